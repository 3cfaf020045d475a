import type { FileKind } from '#shared/file-kinds';
import { addressParts, dateParts, rankField } from './fields.ts';
import { saysTheSame } from './mark.ts';
import type { Question } from './question.ts';
import type { Medium } from './recording.ts';

/** A file that is kept: its id with the file store, and what it is called. */
export type KeptFile = { file: string; name: string; kind: FileKind; bytes: number; medium?: Medium };
export type DateParts = { day: string; month: string; year: string };
/** A postal address of any country; what a country does not have is ''. */
export type AddressParts = {
	line1: string;
	line2: string;
	town: string;
	region: string;
	postcode: string;
	country: string;
};
/** "yes" or "no", and the words beside it. */
export type YesNo = { answer: string; reason: string };
/** What was put beside each option of a ranking: "1", "2", or whatever was typed. */
export type Ranks = { ranks: Record<string, string> };

/** What somebody put in, letter for letter. It is kept even when it makes no sense. */
export type Typed = string | string[] | DateParts | AddressParts | YesNo | Ranks | KeptFile | null;
/** What it means, as others read it. A date is "2026-03-11", a statement agreed with is true, a ranking lists the first first. */
export type Value = string | string[] | number | true | AddressParts | YesNo | KeptFile | null;

/** One question's answer as it is kept. `version` rises with every change. */
export type Answer = {
	typed: Typed;
	value: Value;
	version: number;
	/** Emptied on the day that stood beside its question. It is in nobody's way, and what hung on it goes on as it was. */
	deleted?: true;
};
/** Answers by the keys of their questions. */
export type Answers = Readonly<Record<string, Answer>>;

/** The most text one answer keeps, in characters. Nobody writes it by hand: it stops what is pasted or made. */
export const mostText = 100_000;

type Sent = Readonly<Record<string, unknown>>;

/** What was typed for this question, out of the fields of a posted form. Undefined: the form did not ask it. */
export function typedIn(question: Question, fields: Sent): Typed | undefined {
	const { key, kind } = question;
	if (kind === 'date' && !(key in fields)) return partsIn(key, dateParts, fields);
	if (kind === 'address') return partsIn(key, addressParts, fields);
	if (kind === 'ranking') return asked(key, fields) ? ranksIn(question, fields) : undefined;
	if (kind === 'yes-no') return asked(key, fields) ? yesNoIn(key, fields) : undefined;
	if (kind === 'several') return asked(key, fields) ? textsIn(fields[key]) : undefined;
	if (kind === 'choice' || kind === 'statement') return asked(key, fields) ? firstIn(fields[key]) : undefined;
	if (kind === 'file' || kind === 'recording' || !(key in fields)) return undefined;
	return firstIn(fields[key]);
}

/** A browser sends nothing for boxes left empty, so pages say beside them that they were shown. */
function asked(key: string, fields: Sent): boolean {
	return key in fields || `${key}-shown` in fields;
}

/** A question of several boxes; none of them there, the form did not ask it. */
function partsIn<Part extends string>(key: string, parts: readonly Part[], fields: Sent) {
	if (!parts.some((part) => `${key}-${part}` in fields)) return undefined;
	const typed = parts.map((part) => [part, firstIn(fields[`${key}-${part}`])] as const);
	return Object.fromEntries(typed) as Record<Part, string>;
}

/** A program may send the options in their order, under the key itself. */
function ranksIn({ key, options }: Extract<Question, { kind: 'ranking' }>, fields: Sent): Ranks | string[] {
	if (key in fields) return textsIn(fields[key]);
	const typed = options.map(({ value }) => [value, firstIn(fields[rankField(key, value)])] as const);
	return { ranks: Object.fromEntries(typed.filter(([, place]) => place !== '')) };
}

function yesNoIn(key: string, fields: Sent): YesNo {
	return { answer: firstIn(fields[key]), reason: firstIn(fields[`${key}-reason`]) };
}

function firstIn(sent: unknown): string {
	return textsIn(sent)[0] ?? '';
}

function textsIn(sent: unknown): string[] {
	return [sent].flat().flatMap((one) => (typeof one === 'string' ? [clean(one)] : []));
}

/** Browsers send CR LF. What no keyboard makes and no database keeps (NUL, half characters) goes. Also run by old phones, which have no `toWellFormed`. */
function clean(text: string): string {
	// eslint-disable-next-line no-control-regex
	const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
	return text
		.replace(/\r\n?/g, '\n')
		.replace(controls, '')
		.replace(/\p{Cs}/gu, '\uFFFD')
		.normalize('NFC');
}

/** Is there anything in it at all? */
export function isBlank(typed: Typed | undefined): boolean {
	if (typed === null || typed === undefined) return true;
	if (typeof typed === 'string') return typed.trim() === '';
	if (Array.isArray(typed)) return typed.length === 0;
	if ('file' in typed) return false;
	return Object.values('ranks' in typed ? typed.ranks : typed).every((part) => part.trim() === '');
}

/** How many characters it holds. */
export function sizeOf(typed: Typed): number {
	return typeof typed === 'string' ? typed.length : typed === null ? 0 : JSON.stringify(typed).length;
}

/** The database gives the parts back in an order of its own. */
export function isSame(a: Typed, b: Typed): boolean {
	return (isBlank(a) && isBlank(b)) || saysTheSame(a, b);
}
