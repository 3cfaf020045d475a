import * as v from 'valibot';
import { lines, neededText, number, oneOf, rows, someOf, text } from '#shared/fields';
import { locales } from '#words/addresses';
import { most, webAddress } from './activity.schema.ts';
import { boxes, kinds, licences, templates } from './activity.ts';

/** Which of the host's own. */
export const ByOwn = v.object({
	activity: v.pipe(v.string('missing'), v.maxLength(100, 'wrong-kind'))
});

const Edition = v.pipe(
	v.union([v.number(), v.string()], 'wrong-kind'),
	v.transform(Number),
	v.integer('wrong-kind'),
	v.minValue(0, 'wrong-kind')
);
/** As it stood when whoever writes opened the page. */
const OnEdition = v.object({ ...ByOwn.entries, edition: Edition });

const span = (least: number, highest: number) => {
	const one = number({ least, most: highest });
	return v.optional(v.object({ from: one, to: one }), () => ({ from: null, to: null }));
};

const outcomes = v.optional(
	v.object({ group: text(most.outcome), project: text(most.outcome), momentum: text(most.outcome) }),
	() => ({ group: '', project: '', momentum: '' })
);

const words = {
	title: neededText(most.title),
	purpose: text(most.purpose),
	outcomes,
	needs: lines(most.lines, most.line),
	care: lines(most.lines, most.line)
};

/** From nothing, or from one that everybody may read. */
export const BeginActivity = v.object({
	title: text(most.title),
	from: text(100),
	language: v.optional(v.picklist(locales, 'not-an-option'), locales[0])
});

/** Everything but the title may wait until it is published. */
export const ReviseActivity = v.object({
	...OnEdition.entries,
	...words,
	kind: oneOf(kinds),
	minutes: span(1, most.minutes),
	group: span(1, most.people),
	template: oneOf(templates),
	feeds: someOf(boxes),
	steps: rows(
		{
			minutes: number({ least: 1, most: most.minutes }),
			heading: text(most.heading),
			words: text(most.step)
		},
		most.steps
	),
	reading: rows(
		{
			title: text(200),
			who: text(200),
			url: v.optional(v.union([v.pipe(v.string(), v.trim(), v.literal('')), webAddress]), '')
		},
		most.reading
	),
	licence: v.optional(v.picklist(licences, 'not-an-option'), licences[0]),
	credit: text(300)
});
export type ReviseActivity = v.InferOutput<typeof ReviseActivity>;

/** The same words in another language, step by step; without any step, the name and the purpose alone. */
export const TranslateActivity = v.object({
	...OnEdition.entries,
	language: v.picklist(locales, 'not-an-option'),
	...words,
	purpose: neededText(most.purpose),
	steps: v.optional(
		v.pipe(
			v.unknown(),
			v.transform((all) => (typeof all === 'object' && all !== null ? Object.values(all) : [])),
			v.array(v.object({ heading: text(most.heading), words: text(most.step) })),
			v.maxLength(most.steps, 'too-many-lines')
		),
		() => []
	)
});
export type TranslateActivity = v.InferOutput<typeof TranslateActivity>;

export const InLanguage = v.object({ ...ByOwn.entries, language: v.picklist(locales) });

export const ByEdition = OnEdition;
