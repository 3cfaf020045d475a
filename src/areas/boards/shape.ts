import * as v from 'valibot';
import { locales } from '#words/addresses';
import type { Words } from './words.ts';

/* The small shapes of which templates and notes are made. What is wrong is said by a code. */

/** The most that a board holds. Nobody writes so much by hand: it stops what is made or broken. */
export const most = {
	notes: 2000,
	text: 2000,
	name: 120,
	about: 1000,
	lanes: 24,
	kinds: 12,
	fields: 12,
	options: 30,
	links: 12,
	steps: 24,
	linksOfANote: 60,
	trail: 200,
	votes: 100_000,
	minutes: 480,
	bytes: 8_000_000
} as const;

/** An object of these entries and no others: what we would not keep is refused, never dropped in silence. */
export const exactly = <const Entries extends v.ObjectEntries>(entries: Entries) =>
	v.strictObject(entries, ({ received }) => (received === 'undefined' ? 'missing' : 'wrong-kind'));

export const list = <const Item extends v.GenericSchema>(item: Item, longest: number) =>
	v.pipe(v.array(item, 'wrong-kind'), v.maxLength(longest, 'too-long'));

/** One at least. */
export const some = <const Item extends v.GenericSchema>(item: Item, longest: number) =>
	v.pipe(list(item, longest), v.minLength(1, 'missing'));

export const whole = (least: number, highest: number) =>
	v.pipe(
		v.number('not-a-number'),
		v.integer('not-whole'),
		v.minValue(least, 'out-of-range'),
		v.maxValue(highest, 'out-of-range')
	);

export const yesOrNo = v.boolean('wrong-kind');

/** Text as people write it: whole letters, no control signs but tabs and new lines. */
export const written = (longest: number) =>
	v.pipe(
		v.string('wrong-kind'),
		v.maxLength(longest, 'too-long'),
		v.check((text) => text === text.toWellFormed() && !/[^\P{Cc}\n\t]/u.test(text), 'wrong-kind')
	);

const present = (longest: number) =>
	v.pipe(
		written(longest),
		v.check((text) => text.trim() !== '', 'missing')
	);

/** A word by which code, files and addresses know a part. */
export const Key = v.pipe(
	v.string('wrong-kind'),
	v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'not-an-address'),
	v.maxLength(40, 'too-long')
);

export const Day = v.pipe(v.string('wrong-kind'), v.isoDate('not-a-date'), v.check(exists, 'not-a-date'));

function exists(day: string): boolean {
	const date = new Date(day);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
}

/** English always; any other language of ours beside it. */
export function words(longest: number): v.GenericSchema<unknown, Words> {
	const others = locales.map((locale) => [locale, v.exactOptional(present(longest))] as const);
	return exactly({ ...Object.fromEntries(others), en: present(longest) });
}

export const Name = words(most.name);
export const About = words(most.about);
