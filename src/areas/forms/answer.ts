import type { FileKind } from '#shared/file-kinds';
import type { Question } from './question.ts';
import type { Medium } from './recording.ts';

/** A file that is kept: its id with the file store, and what it is called. */
export type KeptFile = { file: string; name: string; kind: FileKind; bytes: number; medium?: Medium };
export type DateParts = { day: string; month: string; year: string };

/** What somebody put in, letter for letter. It is kept even when it makes no sense. */
export type Typed = string | string[] | DateParts | KeptFile | null;
/** What it means, as others read it. A date is "2026-03-11", a statement agreed with is true. */
export type Value = string | string[] | number | true | KeptFile | null;

/** One question's answer as it is kept. `version` rises with every change. */
export type Answer = { typed: Typed; value: Value; version: number };
/** Answers by the keys of their questions. */
export type Answers = Readonly<Record<string, Answer>>;

/** The most text one answer keeps, in characters. Nobody writes it by hand: it stops what is pasted or made. */
export const mostText = 100_000;

type Sent = Readonly<Record<string, unknown>>;

/** What was typed for this question, out of the fields of a posted form. Undefined: the form did not ask it. */
export function typedIn(question: Question, fields: Sent): Typed | undefined {
	const { key, kind } = question;
	if (kind === 'date' && !(key in fields)) return datePartsIn(key, fields);
	if (kind === 'several') return asked(key, fields) ? textsIn(fields[key]) : undefined;
	if (kind === 'choice' || kind === 'statement')
		return asked(key, fields) ? (textsIn(fields[key])[0] ?? '') : undefined;
	if (kind === 'file' || kind === 'recording' || !(key in fields)) return undefined;
	return textsIn(fields[key])[0] ?? '';
}

/** A browser sends nothing for boxes left empty, so pages say beside them that they were shown. */
function asked(key: string, fields: Sent): boolean {
	return key in fields || `${key}-shown` in fields;
}

function datePartsIn(key: string, fields: Sent): DateParts | undefined {
	const parts = (['day', 'month', 'year'] as const).map((part) => `${key}-${part}`);
	if (!parts.some((part) => part in fields)) return undefined;
	const [day, month, year] = parts.map((part) => textsIn(fields[part])[0] ?? '');
	return { day: day!, month: month!, year: year! };
}

function textsIn(sent: unknown): string[] {
	return [sent].flat().flatMap((one) => (typeof one === 'string' ? [clean(one)] : []));
}

/** Browsers send CR LF. What no keyboard makes and no database keeps (NUL, half characters) goes. */
function clean(text: string): string {
	// eslint-disable-next-line no-control-regex
	const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
	return text.replace(/\r\n?/g, '\n').replace(controls, '').toWellFormed().normalize('NFC');
}

/** Is there anything in it at all? */
export function isBlank(typed: Typed | undefined): boolean {
	if (typed === null || typed === undefined) return true;
	if (typeof typed === 'string') return typed.trim() === '';
	if (Array.isArray(typed)) return typed.length === 0;
	return 'file' in typed ? false : !(typed.day.trim() || typed.month.trim() || typed.year.trim());
}

/** How many characters it holds. */
export function sizeOf(typed: Typed): number {
	return typeof typed === 'string' ? typed.length : typed === null ? 0 : JSON.stringify(typed).length;
}

export function isSame(a: Typed, b: Typed): boolean {
	return (isBlank(a) && isBlank(b)) || JSON.stringify(a) === JSON.stringify(b);
}
