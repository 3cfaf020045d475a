import * as v from 'valibot';
import type { Question } from '../question.ts';
import { Help, Word } from '../shape.ts';
import type { Words } from '../words.ts';
import { isKey } from './keys.ts';
import type { Reason } from './report.ts';
import { tidy, type Line } from './table.ts';

/*
 * What XLSForm has no column for stands in columns that begin with `placard::`, which other tools pass over. A list of
 * words is written with spaces; an empty one, which says something else than none, as a dash.
 */

type Facts = Pick<
	Question,
	'seenBy' | 'personal' | 'purpose' | 'neededBy' | 'keptMonths' | 'keptFor' | 'unless'
>;

export function factsFor(question: Question): Record<string, string> {
	const { seenBy, personal, purpose, neededBy, keptMonths, keptFor, unless } = question;
	return {
		'placard::seen_by': seenBy,
		'placard::personal': personal === undefined ? '' : personal ? 'yes' : 'no',
		'placard::purpose': wordsCell(purpose),
		'placard::needed_by': listCell(neededBy),
		'placard::kept_months': keptMonths === undefined ? '' : String(keptMonths),
		'placard::kept_for': wordsCell(keptFor),
		'placard::unless': listCell(unless)
	};
}

/** The facts of a row, and those that cannot be read. */
export function factsIn(line: Line, usual: string): { facts: Facts; why: Reason[] } {
	const unread: string[] = [];
	const read = <T>(name: string, meaning: (text: string) => T | undefined): T | undefined => {
		const text = line.cells.get(`placard::${name}`);
		const found = text === undefined ? undefined : meaning(text);
		if (text !== undefined && found === undefined) unread.push(`placard::${name}`);
		return found;
	};
	const facts = present({
		seenBy: read('seen_by', word) ?? usual,
		personal: read('personal', yesOrNo),
		purpose: read('purpose', wordsFact),
		neededBy: read('needed_by', (text) => listFact(text, isWord)),
		keptMonths: read('kept_months', months),
		keptFor: read('kept_for', wordsFact),
		unless: read('unless', (text) => listFact(text, isKey))
	});
	return { facts, why: unread.length ? [{ code: 'columns', columns: unread.join(', ') }] : [] };
}

/** Without the entries that are not there. */
export function present<T extends object>(entries: T): { [K in keyof T]: Exclude<T[K], undefined> } {
	return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as never;
}

export function wordsCell(words: Words | undefined): string {
	if (!words) return '';
	const isPlain = 'text' in words && tidy(words.text) === words.text && !/^\{|\$\{/.test(words.text);
	return isPlain ? words.text : jsonCell(words);
}

export function wordsFact(text: string): Words | undefined {
	const read = v.safeParse(Help, text.startsWith('{') ? jsonIn(text) : { text });
	return read.success ? read.output : undefined;
}

/** As JSON in which other tools find nothing to fill in. */
export function jsonCell(any: unknown): string {
	return JSON.stringify(any).replaceAll('${', '\\u0024{');
}

export function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function listCell(list: readonly string[] | undefined): string {
	return list ? list.join(' ') || '-' : '';
}

function listFact(text: string, fits: (word: string) => boolean): string[] | undefined {
	if (text === '-') return [];
	const all = text.split(/\s+/);
	return all.every(fits) && all.length <= 20 ? all : undefined;
}

const isWord = (text: string) => v.is(Word, text);
const word = (text: string) => (isWord(text) ? text : undefined);

export function yesOrNo(text: string): boolean | undefined {
	if (/^(yes|true|true\(\)|1|required)$/i.test(text)) return true;
	return /^(no|false|false\(\)|0)$/i.test(text) ? false : undefined;
}

function months(text: string): number | undefined {
	const number = Number(text);
	return /^\d{1,3}$/.test(text) && number <= 240 ? number : undefined;
}
