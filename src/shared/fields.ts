import * as v from 'valibot';

/*
 * Building blocks for the shape of what people send. Each takes what a form sends (text) and what a file or another
 * program sends (numbers, lists), says what is wrong by a code, and drops what no database can hold.
 */

/** One line or several; '' when nothing was given. */
export const text = (max: number) => v.optional(writing(max), '');

/** One line that has to be there. */
export const neededText = (max: number) => v.pipe(writing(max), v.nonEmpty('missing'));

/** A list of short lines: an array, or one per line of a text box. Empty lines are nothing. */
export const lines = (most: number, longest = 300) =>
	v.optional(
		v.pipe(
			v.union([v.array(v.string('wrong-kind')), v.string()], 'wrong-kind'),
			v.transform((value) => (typeof value === 'string' ? clean(value).split('\n') : value.map(clean))),
			v.transform((all) => all.map((one) => one.trim()).filter(Boolean)),
			v.maxLength(most, 'too-many-lines'),
			v.check((all) => all.every((one) => one.length <= longest), 'line-too-long')
		),
		() => []
	);

/** A number: 3000, "3,000" or "3000.50"; null when nothing was given. */
export const number = ({
	least = 0,
	most,
	whole = true
}: {
	least?: number;
	most: number;
	whole?: boolean;
}) =>
	v.optional(
		v.nullable(
			v.pipe(
				v.union([v.number('not-a-number'), v.string()], 'not-a-number'),
				v.transform(asNumber),
				v.check((value) => value === null || Number.isFinite(value), 'not-a-number'),
				v.check((value) => value === null || !whole || Number.isInteger(value), 'not-whole'),
				v.check((value) => value === null || (value >= least && value <= most), 'out-of-range')
			)
		),
		null
	);

/** One of a few words; null when nothing was given. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
	v.optional(
		v.nullable(
			v.pipe(
				v.string('wrong-kind'),
				v.transform((value) => value || null),
				v.nullable(v.picklist(words, 'not-an-option'))
			)
		),
		null
	);

/** Some of a few words: a list, or the one word that a form sends when one box is ticked. */
export const someOf = <const Words extends readonly string[]>(words: Words) =>
	v.optional(
		v.pipe(
			v.union([v.array(v.string('wrong-kind')), v.string()], 'wrong-kind'),
			v.transform((value) => [...new Set([value].flat())].filter(Boolean)),
			v.array(v.picklist(words, 'not-an-option'))
		),
		() => []
	);

/** A box that is ticked or not; a form may send an empty value before it, so that nothing ticked is said too. */
export const ticked = v.optional(
	v.pipe(
		v.union([v.boolean(), v.string(), v.array(v.string())], 'wrong-kind'),
		v.transform((value) => value === true || [value].flat().includes('yes'))
	),
	false
);

/** Rows of several fields: a list, or { 0: …, 1: … } as a form sends them. Rows in which nothing was written are nothing. */
export const rows = <Entries extends v.ObjectEntries>(entries: Entries, most: number) =>
	v.optional(
		v.pipe(
			v.unknown(),
			v.transform(inOrder),
			v.array(v.object(entries, 'wrong-kind'), 'wrong-kind'),
			v.transform((all) => all.filter((row) => Object.values(row).some(isGiven))),
			v.maxLength(most, 'too-many-lines')
		),
		() => []
	);

/** PostgreSQL keeps neither NUL nor half a surrogate pair; other control characters have no business in text. */
export function clean(value: string): string {
	return value
		.toWellFormed()
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[^\P{Cc}\n\t]/gu, '')
		.trim();
}

function writing(max: number) {
	return v.pipe(v.string('wrong-kind'), v.transform(clean), v.maxLength(max, 'too-long'));
}

function asNumber(value: number | string): number | null {
	if (typeof value === 'number') return value;
	const plain = clean(value).replaceAll(/[\s,]/g, '');
	if (plain === '') return null;
	return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function isGiven(value: unknown): boolean {
	return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function inOrder(value: unknown): unknown {
	return typeof value === 'object' && value !== null ? Object.values(value) : value;
}
