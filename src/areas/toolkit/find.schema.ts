import * as v from 'valibot';
import { number, oneOf, text } from '#shared/fields';
import { locales } from '#words/addresses';
import { boxes, kinds } from './activity.ts';

/** What a visitor narrows the toolkit by. Something that is none of it narrows nothing. */
export const FindActivities = v.object({
	locale: v.picklist(locales),
	q: v.fallback(text(200), ''),
	box: v.fallback(oneOf(boxes), null),
	kind: v.fallback(oneOf(kinds), null),
	/** How long there is. */
	minutes: v.fallback(number({ least: 1, most: 1_440 }), null),
	/** How many will come. */
	people: v.fallback(number({ least: 1, most: 10_000 }), null)
});
export type FindActivities = v.InferOutput<typeof FindActivities>;

export const ByActivity = v.object({
	activity: v.pipe(v.string('missing'), v.maxLength(100, 'wrong-kind')),
	locale: v.picklist(locales)
});
