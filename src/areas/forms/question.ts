import type { FullAutoFill } from 'svelte/elements';
import type { FileKind } from '#shared/file-kinds';
import type { Medium } from './recording.ts';
import type { Words } from './words.ts';

export type Option = { value: string; label: Words; help?: Words };

/** What a question asks for. */
export type Kind =
	| { kind: 'short-text'; maxWords?: number; autocomplete?: FullAutoFill }
	| { kind: 'long-text'; maxWords?: number; rows?: number }
	/** `list`: shown as a drop-down list, for more options than a page can hold. */
	| { kind: 'choice'; options: readonly Option[]; list?: boolean }
	| { kind: 'several'; options: readonly Option[]; atMost?: number }
	| { kind: 'number'; decimal?: boolean; least?: number; most?: number }
	/** Civil dates: "2026-03-11". */
	| { kind: 'date'; least?: string; most?: string }
	| { kind: 'email' }
	| { kind: 'telephone' }
	| { kind: 'link' }
	| { kind: 'file'; accept: readonly FileKind[]; mostMegabytes: number }
	/** Said or signed instead of written: recorded in the browser, or a file. */
	| { kind: 'recording'; media: readonly Medium[]; mostMegabytes: number; mostMinutes?: number }
	/** A sentence to agree with. */
	| { kind: 'statement' };

export type QuestionKind = Kind['kind'];

/** A question is data. Who may see its answer is a word that the asking area defines. */
export type Question<Audience extends string = string> = Kind & {
	/** Stable: answers are kept under it. */
	key: string;
	label: Words;
	help?: Words;
	required?: boolean;
	/** Questions any of whose answers makes this one unneeded: an address makes a telephone number so. */
	unless?: readonly string[];
	/** Instead of the usual sentence when a needed answer is missing. */
	whenMissing?: Words;
	seenBy: Audience;
	/** Does the answer say something about a person who can be recognised? */
	personal?: boolean;
	/** What is kept and until when, where the general rule is not the whole of it. */
	keptFor?: Words;
};

/** What stands together on one page: one question where that helps. */
export type Page<Audience extends string = string> = {
	key: string;
	/** The heading, when the page has more than one question. */
	title?: Words;
	help?: Words;
	questions: readonly Question<Audience>[];
};

/** One line of the task list. */
export type Section<Audience extends string = string> = {
	key: string;
	title: Words;
	help?: Words;
	pages: readonly Page<Audience>[];
};

export type Form<Audience extends string = string> = { sections: readonly Section<Audience>[] };
