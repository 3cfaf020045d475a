import * as v from 'valibot';
import { neededText } from '#shared/fields';
import { locales, type Locale } from '#words/addresses';
import { boxes, kinds, licences, templates } from './activity.ts';

const amount = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));
const span = (most: number) =>
	v.pipe(
		v.object({ from: amount(most), to: amount(most) }),
		v.check(({ from, to }) => from <= to, 'out-of-range')
	);
const some = (longest: number, most: number) => v.pipe(v.array(neededText(longest)), v.maxLength(most));

/** How long each thing on a card may be; the editor and the files keep to the same. */
export const most = {
	title: 120,
	purpose: 300,
	outcome: 400,
	line: 400,
	heading: 120,
	step: 1_500,
	lines: 15,
	steps: 15,
	reading: 10,
	minutes: 600,
	people: 500
};

/** Reading leads to pages of others, and to nothing else that a link could do. */
export const webAddress = v.pipe(
	v.string('wrong-kind'),
	v.trim(),
	v.maxLength(500, 'too-long'),
	v.check((address) => /^https?:\/\/[^\s]+$/.test(address), 'not-a-link')
);

export const ActivityBody = v.object({
	outcomes: v.object({
		group: neededText(most.outcome),
		project: neededText(most.outcome),
		momentum: neededText(most.outcome)
	}),
	needs: some(most.line, most.lines),
	steps: v.pipe(
		v.array(v.object({ heading: neededText(most.heading), words: neededText(most.step) })),
		v.maxLength(most.steps)
	),
	care: some(most.line, most.lines)
});
export type ActivityBody = v.InferOutput<typeof ActivityBody>;

/** In one language: at least what it is called and what it is for. */
const ActivityWords = v.object({
	title: neededText(most.title),
	purpose: neededText(most.purpose),
	body: v.optional(ActivityBody),
	/** The first language has changed since this was translated. */
	older: v.optional(v.boolean())
});
export type ActivityWords = v.InferOutput<typeof ActivityWords>;

const perLanguage = Object.fromEntries(
	locales.map((locale) => [locale, v.optional(ActivityWords)])
) as Record<Locale, v.OptionalSchema<typeof ActivityWords, undefined>>;

/** One activity: structured, in as many languages as somebody wrote. Its first language is whole. */
export const Activity = v.pipe(
	v.object({
		slug: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
		language: v.picklist(locales),
		kind: v.picklist(kinds),
		minutes: span(most.minutes),
		group: span(most.people),
		template: v.nullable(v.picklist(templates)),
		feeds: v.pipe(v.array(v.picklist(boxes)), v.minLength(1)),
		/** The minutes of each step, the same in every language. */
		steps: v.pipe(v.array(amount(most.minutes)), v.minLength(1), v.maxLength(most.steps)),
		reading: v.pipe(
			v.array(v.object({ title: neededText(200), who: neededText(200), url: webAddress })),
			v.maxLength(most.reading)
		),
		licence: v.picklist(licences),
		credit: neededText(300),
		words: v.object(perLanguage)
	}),
	v.check(({ language, words }) => words[language]?.body !== undefined, 'first-language-missing'),
	v.check(
		({ steps, words }) =>
			Object.values(words).every((one) => !one?.body || one.body.steps.length === steps.length),
		'steps-differ'
	)
);
export type Activity = v.InferOutput<typeof Activity>;
