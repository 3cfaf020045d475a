import * as v from 'valibot';
import { fileKinds, type FileKind } from '#shared/file-kinds';
import { clean } from '#shared/fields';
import { locales, type Locale } from '#words/addresses';
import { isMessage, type Words } from './words.ts';

/*
 * The small shapes of which the shape of a form is made. What is wrong is said by a code.
 */

/** The most that a form holds. Nobody writes so much by hand: it stops what is made or broken. */
export const most = {
	sections: 60,
	pages: 60,
	questionsOnAPage: 30,
	questions: 500,
	options: 1000,
	rules: 20,
	label: 2000,
	help: 6000,
	bytes: 4_000_000
} as const;

/** An object of these entries and no others: what we would not keep is refused, never dropped in silence. */
export const exactly = <const Entries extends v.ObjectEntries>(entries: Entries) =>
	v.strictObject(entries, entryCode);

function entryCode({ expected, received }: v.BaseIssue<unknown>): string {
	if (expected === 'never') return 'unknown-entry';
	return received === 'undefined' ? 'missing' : 'wrong-kind';
}

export const list = <const Item extends v.GenericSchema>(item: Item, longest: number) =>
	v.pipe(v.array(item, 'wrong-kind'), v.maxLength(longest, 'too-many'));

export const whole = (least: number, highest: number) =>
	v.pipe(
		v.number('not-a-number'),
		v.integer('not-whole'),
		v.minValue(least, 'out-of-range'),
		v.maxValue(highest, 'out-of-range')
	);

export const finite = v.pipe(v.number('not-a-number'), v.finite('not-a-number'));

/** Answers are kept under it for ever, and a browser sends it as the name of a field. */
export const Key = v.pipe(v.string('missing'), v.regex(/^[a-z0-9-]{1,60}$/, 'not-a-key'));

/** A word that the asking area defines: who sees an answer, what needs it, a list of options. */
export const Word = v.pipe(
	v.string('missing'),
	v.regex(/^[a-z]+(-[a-z0-9]+){0,4}$/, 'not-a-word'),
	v.maxLength(40, 'not-a-word')
);

export const OptionValue = v.pipe(
	v.string('missing'),
	v.maxLength(300, 'too-long'),
	v.check((value) => value !== '' && value === clean(value).replaceAll(/\s+/g, ' '), 'not-an-option-value')
);

const written = (longest: number) =>
	v.pipe(
		v.string('wrong-kind'),
		v.maxLength(longest, 'too-long'),
		v.check((text) => text === text.toWellFormed() && !/[^\P{Cc}\n\t]/u.test(text), 'not-text')
	);
const present = (longest: number) =>
	v.pipe(
		written(longest),
		v.check((text) => text.trim() !== '', 'missing')
	);

const Inputs = v.record(
	v.pipe(v.string(), v.regex(/^[A-Za-z]\w{0,39}$/, 'unknown-entry')),
	v.union([written(2000), v.number()], 'wrong-kind')
);

/** Words of ours, of a host in one language, or in several. */
export const words = (longest: number) =>
	v.pipe(
		v.union(
			[
				exactly({
					message: v.pipe(v.string(), v.check(isMessage, 'unknown-message')),
					inputs: v.exactOptional(Inputs)
				}),
				exactly({ text: present(longest) }),
				v.pipe(
					exactly({ texts: v.strictObject(textOf(longest), entryCode), main: Language }),
					v.check(({ texts, main }) => Boolean(texts[main]?.trim()), 'missing')
				)
			],
			'not-words'
		),
		v.transform((value) => value as Words)
	);

export const Language = v.picklist(locales, 'not-a-language');

function textOf(longest: number) {
	const entries = locales.map((locale) => [locale, v.exactOptional(written(longest))] as const);
	return Object.fromEntries(entries) as Record<
		Locale,
		v.ExactOptionalSchema<ReturnType<typeof written>, undefined>
	>;
}

export const Label = words(most.label);
export const Help = words(most.help);
export const Kinds = v.pipe(
	v.array(v.picklist(Object.keys(fileKinds) as FileKind[], 'not-an-option'), 'wrong-kind'),
	v.minLength(1, 'missing')
);

/** Civil dates that exist. */
export const Day = v.pipe(
	v.string('not-a-date'),
	v.check(
		(day) =>
			/^\d{4}-\d\d-\d\d$/.test(day) &&
			!Number.isNaN(Date.parse(day)) &&
			new Date(day).toISOString().startsWith(day),
		'not-a-date'
	)
);
