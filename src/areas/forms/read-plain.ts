import { countWords } from '#shared/word-count';
import { isBlank, mostText, sizeOf, type Typed } from './answer.ts';
import type { Kind, Question } from './question.ts';
import { readNumber } from './read-number.ts';
import { readYesNo } from './read-yes-no.ts';
import { wrong, type Reading } from './reading.ts';

/*
 * The kinds that need nothing but what stands in their boxes. The script that shows questions as they are asked reads
 * them with these (src/enhance/asked.ts), so that it means what the server means.
 */

type Of<K extends Kind['kind']> = Extract<Kind, { kind: K }>;
/** What is chosen is known by its value; its words stay on the page. */
type Offered<K extends 'choice' | 'several'> = Omit<Of<K>, 'options'> & {
	options: readonly { value: string }[];
};
export type Plain =
	| Of<'short-text' | 'long-text' | 'number' | 'statement'>
	| Offered<'choice'>
	| Offered<'several'>
	| (Of<'yes-no'> & Pick<Question, 'required'>);
export type PlainKind = Plain['kind'];

type Readers = { [K in PlainKind]: (ask: Extract<Plain, { kind: K }>, typed: Typed) => Reading };

export const plainReaders: Readers = {
	'short-text': (ask, typed) => readText(ask, textOf(typed).replace(/\s+/g, ' ')),
	'long-text': (ask, typed) => readText(ask, textOf(typed)),
	choice: ({ options }, typed) => readOne(options, textOf(typed)),
	several: (ask, typed) => readSeveral(ask, Array.isArray(typed) ? typed : [textOf(typed)]),
	'yes-no': (ask, typed) => readYesNo(ask, typed),
	number: (ask, typed) => readNumber(ask, textOf(typed)),
	statement: (_, typed) => (textOf(typed) === 'yes' ? { value: true } : wrong('not-agreed'))
};

export function readPlain(ask: Plain, typed: Typed | undefined): Reading {
	return readBy(plainReaders[ask.kind] as (ask: Plain, typed: Typed) => Reading, ask, typed);
}

/** An empty answer is not wrong, and one that nobody wrote by hand is not read. */
export function readBy<Ask>(
	reader: (ask: Ask, typed: Typed) => Reading,
	ask: Ask,
	typed: Typed | undefined
): Reading {
	if (isBlank(typed)) return { value: null };
	return sizeOf(typed!) > mostText ? wrong('too-long') : reader(ask, typed!);
}

export function textOf(typed: Typed): string {
	return typeof typed === 'string' ? typed : '';
}

function readText({ maxWords }: { maxWords?: number }, text: string): Reading {
	const words = countWords(text);
	if (maxWords !== undefined && words > maxWords) return wrong('too-many-words', { words, limit: maxWords });
	return { value: text.trim() };
}

function readOne(options: readonly { value: string }[], text: string): Reading {
	return options.some(({ value }) => value === text) ? { value: text } : wrong('not-an-option');
}

function readSeveral({ options, atMost }: Offered<'several'>, list: string[]): Reading {
	const chosen = options.map(({ value }) => value).filter((value) => list.includes(value));
	if (list.some((value) => !chosen.includes(value))) return wrong('not-an-option');
	if (atMost !== undefined && chosen.length > atMost) return wrong('too-many-options', { limit: atMost });
	return { value: chosen };
}
