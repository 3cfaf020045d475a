import type { AddressParts, Ranks, Typed } from './answer.ts';
import { addressParts } from './fields.ts';
import { asciiFigures } from './figures.ts';
import type { Question } from './question.ts';
import { wrong, type Reading } from './reading.ts';

type Of<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** A first line and a town, or a first line and a postcode: countries differ in the rest. */
export function readAddress(typed: Typed): Reading {
	const parts = isAddress(typed) ? typed : undefined;
	const tidy = (part: keyof AddressParts) =>
		(parts?.[part] ?? '').replace(/\s+/g, ' ').replace(/,$/, '').trim();
	const value = Object.fromEntries(addressParts.map((part) => [part, tidy(part)])) as AddressParts;
	if (!value.line1 || !(value.town || value.postcode)) return wrong('address-incomplete');
	return { value: { ...value, postcode: postcodeOf(value.postcode) } };
}

function isAddress(typed: Typed): typed is AddressParts {
	return typeof typed === 'object' && typed !== null && 'line1' in typed;
}

/** "sw1a1aa" is SW1A 1AA; the codes of other countries stay as they are. */
function postcodeOf(text: string): string {
	const [, outward, inward] = /^([a-z]{1,2}\d[a-z\d]?) ?(\d[a-z]{2})$/i.exec(text) ?? [];
	return outward ? `${outward} ${inward}`.toUpperCase() : text;
}

/** Places as people write them: "1", "2nd", "٣". Gaps do not matter; two with the same place do. */
export function readRanking(question: Of<'ranking'>, typed: Typed): Reading {
	const values = question.options.map(({ value }) => value);
	const given = placesOf(typed);
	if (given.some(({ value }) => !values.includes(value))) return wrong('not-an-option');
	if (given.some(({ place }) => Number.isNaN(place))) return wrong('not-a-rank', { most: values.length });
	if (new Set(given.map(({ place }) => place)).size < given.length) return wrong('same-rank');
	return ranked(
		question,
		given.toSorted((a, b) => a.place - b.place).map(({ value }) => value)
	);
}

function ranked({ options, first }: Of<'ranking'>, value: string[]): Reading {
	if (new Set(value).size < value.length) return wrong('same-rank');
	if (first !== undefined && value.length > first) return wrong('too-many-options', { limit: first });
	if (first === undefined && value.length < options.length)
		return wrong('not-all-ranked', { count: options.length });
	return { value };
}

function placesOf(typed: Typed): { value: string; place: number }[] {
	if (Array.isArray(typed)) return typed.map((value, n) => ({ value, place: n + 1 }));
	const ranks = isRanks(typed) ? Object.entries(typed.ranks) : [];
	return ranks.flatMap(([value, text]) => (text.trim() ? [{ value, place: placeOf(text) }] : []));
}

function placeOf(text: string): number {
	const [, figures] = /^#?(\d{1,4})(?:\.|\p{L}{1,3})?$/u.exec(asciiFigures(text).trim()) ?? [];
	return figures && Number(figures) > 0 ? Number(figures) : Number.NaN;
}

function isRanks(typed: Typed): typed is Ranks {
	return typeof typed === 'object' && typed !== null && 'ranks' in typed;
}
