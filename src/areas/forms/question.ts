import type { FullAutoFill } from 'svelte/elements';
import type { FileKind } from '#shared/file-kinds';
import type { Locale } from '#words/addresses';
import type { Medium } from './recording.ts';
import type { Words } from './words.ts';

export type Option = { value: string; label: Words; help?: Words };

/** `optionsFrom` names a list that the asking area puts in when the form is read: the goals of a call, the regions. */
type Offers = { options: readonly Option[]; optionsFrom?: string };

/** What an earlier answer must be for a question to be asked. Questions that are not asked are not needed and mean nothing. */
export type Rule =
	| { question: string; is: 'any-of' | 'none-of'; values: readonly string[] }
	| { question: string; is: 'answered' | 'not-answered' }
	| { question: string; is: 'at-least' | 'at-most'; number: number };
export type Condition = { all: readonly Rule[] } | { any: readonly Rule[] };

/** What a question asks for. */
export type Kind =
	| { kind: 'short-text'; maxWords?: number; autocomplete?: FullAutoFill }
	| { kind: 'long-text'; maxWords?: number; rows?: number }
	/** `list`: shown as a drop-down list, for more options than a page can hold. */
	| ({ kind: 'choice'; list?: boolean } & Offers)
	| ({ kind: 'several'; atMost?: number } & Offers)
	/** Options in the order of one's preference: all of them, or the first so many. */
	| ({ kind: 'ranking'; first?: number } & Offers)
	/** Yes or no, and why: asked after the answer named, or after either. */
	| { kind: 'yes-no'; reason: 'yes' | 'no' | 'either'; maxWords?: number }
	/** A postal address, of any country. */
	| { kind: 'address' }
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
	/** Health, belief, origin, union, sex life, politics (UK GDPR art. 9): what it is for, in words that applicants read. */
	purpose?: Words;
	/** What uses the answer: words of the asking area, each with an end. Nothing is kept after the last of them. */
	neededBy?: readonly string[];
	/** Months that it is kept after the decision. Never longer than what needs it; by itself as long as that. */
	keptMonths?: number;
	/** When it is asked at all; by itself always. Only earlier questions count. */
	when?: Condition;
	/** What is kept and until when, where the general rule is not the whole of it. */
	keptFor?: Words;
	/** Until when, worked out by the asking area from `neededBy` and `keptMonths` when the form is read. Never stored. */
	keptUntil?: Words;
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

/** A form as it is kept, published, exported and imported. */
export type StoredForm<Audience extends string = string> = {
	/** The version of this shape: it rises when an entry changes its meaning or goes. */
	format: 1;
	/** The language in which it is written first. */
	main: Locale;
	/** Other languages into which it is being translated. */
	others: readonly Locale[];
	sections: readonly Section<Audience>[];
};
