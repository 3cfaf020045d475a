import type { Snippet } from 'svelte';

/** A way to somewhere: in a menu, a footer, a row of things to do. */
export interface Link {
	href: string;
	text: string;
	/** The page the reader is on. */
	current?: boolean | undefined;
	/** Said to screen readers only, when the text alone would not tell which: "Change" + "name of your group". */
	unseen?: string | undefined;
}

/** One thing to mend. `field` is the id of the control that the line leads to. */
export interface FieldError {
	field?: string | undefined;
	text: string;
}

/** What every question shares. */
export interface FieldProps {
	name: string;
	label: string;
	/** Default: the name. The error summary links to it. */
	id?: string | undefined;
	help?: string | Snippet | undefined;
	/** One clear sentence; the same words as in the summary. */
	error?: string | undefined;
	/** Marks the label "(optional)". Everything not marked is needed. */
	optional?: boolean | undefined;
	/** The label is the page's heading: for one question on a page. */
	heading?: boolean | undefined;
	disabled?: boolean | undefined;
	/** The language of its label and help, where it is not the page's. What Placard says beside them is the page's. */
	lang?: string | undefined;
}

export interface Option {
	value: string;
	label: string;
	help?: string | undefined;
	/** The languages of label and help, where they are not the page's. */
	lang?: string | undefined;
	helpLang?: string | undefined;
	/** Before the first of several that belong together. */
	heading?: string | undefined;
	/** Stands apart after "or": "None of these". */
	apart?: boolean | undefined;
	disabled?: boolean | undefined;
}

/** Ids of what explains a control, for aria-describedby. */
export function describedBy(...ids: (string | false | null | undefined)[]): string | undefined {
	return ids.filter(Boolean).join(' ') || undefined;
}
