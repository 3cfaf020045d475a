import * as v from 'valibot';
import { readers, shareLevels, Slug } from '#areas/campaigns';
import { clean, neededText, text, ticked } from '#shared/fields';
import { readDay } from '#shared/written-date';
import { Key, most } from './shape.ts';

export const Whole = v.pipe(
	v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,9}$/, 'wrong-kind'))], 'missing'),
	v.transform(Number)
);
export const Optional = <T extends v.GenericSchema>(schema: T) =>
	v.optional(
		v.union([
			v.pipe(
				v.literal(''),
				v.transform(() => null)
			),
			schema,
			v.null()
		]),
		null
	);

export const ByCampaign = v.object({ slug: Slug, as: v.optional(v.picklist(readers)) });
export const ByBoard = v.object({ ...ByCampaign.entries, board: Whole });
export const ByNote = v.object({ ...ByBoard.entries, note: Whole });

export const Making = v.object({
	slug: Slug,
	template: Key,
	name: text(200),
	/** One a line: lanes that people name themselves. */
	lanes: v.optional(
		v.pipe(
			v.string(),
			v.transform((typed) =>
				clean(typed)
					.split('\n')
					.map((one) => one.trim())
					.filter(Boolean)
			)
		),
		''
	),
	hidesWriters: ticked
});

export const Place = v.pipe(
	Whole,
	v.check((value) => value >= 0 && value <= 100, 'out-of-range')
);
/** What somebody writes of a note; the template of its board says more. */
export const content = {
	text: neededText(most.text),
	kind: v.optional(
		v.pipe(
			v.string(),
			v.transform((kind) => kind || undefined)
		),
		''
	),
	lane: v.optional(v.string(), ''),
	x: Optional(Place),
	y: Optional(Place),
	fields: v.optional(v.record(v.string(), v.unknown()), () => ({}))
};
const Box = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(20, 'not-a-date')), '');
/** The day on which what is held about somebody is looked at again. */
export const Review = v.optional(
	v.pipe(
		v.object({ day: Box, month: Box, year: Box }),
		v.transform((parts) => (parts.day || parts.month || parts.year ? readDay({ ...parts, time: '' }) : null)),
		v.custom<string | null>((day) => day !== undefined, 'not-a-date')
	),
	() => ({ day: '', month: '', year: '' })
);

export const Adding = v.object({
	...ByBoard.entries,
	...content,
	reviewOn: Review,
	/** Made by whoever adds it, so that sent twice it is kept once. */ id: v.optional(
		v.pipe(v.string(), v.uuid('wrong-kind'))
	)
});
export const Changing = v.object({ ...ByNote.entries, ...content, reviewOn: Review, edition: Whole });
/** Looked at again, and kept until another day. */
export const Keeping = v.object({ ...ByNote.entries, edition: Whole, reviewOn: Review });
export const directions = ['left', 'right', 'up', 'down'] as const;
export const Moving = v.object({
	...ByNote.entries,
	edition: Whole,
	lane: v.optional(v.string()),
	direction: v.optional(v.picklist(directions, 'not-an-option')),
	by: v.optional(Whole, 5)
});
export const Striking = v.object({ ...ByNote.entries, edition: Whole });
export const Linking = v.object({ ...ByNote.entries, edition: Whole, to: Whole, says: Key });
export const Unlinking = Linking;
export const Grouping = v.object({ ...ByNote.entries, edition: Whole, under: Optional(Whole) });
export const Copying = v.object({ ...ByNote.entries, to: Whole });
export const Setting = v.object({
	...ByBoard.entries,
	name: neededText(200),
	share: v.picklist(shareLevels, 'missing'),
	hidesWriters: ticked,
	isPutAway: ticked
});
export const Marking = v.object({ ...ByBoard.entries, name: neededText(200) });
export const Since = v.object({
	...ByBoard.entries,
	since: v.optional(v.pipe(v.string(), v.uuid('wrong-kind')))
});
/** From paper: a line each, in the lane that its letter chooses, or in that of the line before. */
export const TypingUp = v.object({
	...ByBoard.entries,
	typed: neededText(200 * most.text),
	current: v.optional(v.string(), '')
});
