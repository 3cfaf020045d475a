import * as v from 'valibot';
import { isZone } from '#shared/dates';
import { neededText, number, text } from '#shared/fields';
import { ByReference } from '../expression.schema.ts';
import { InCall, WallTime } from '../expression-desk.schema.ts';
import { BySlug } from '../server/calls.ts';
import { mostSlots, ways } from './interviews.ts';

const Id = v.pipe(v.string('missing'), v.uuid('missing'));
const needed = (limits: { least: number; most: number }) =>
	v.pipe(
		number(limits),
		v.check((value) => value !== null, 'missing'),
		v.transform((value) => value ?? 0)
	);

export const OfferSlots = v.pipe(
	v.object({
		...BySlug.entries,
		first: WallTime,
		count: needed({ least: 1, most: mostSlots }),
		minutes: needed({ least: 5, most: 480 }),
		pause: v.pipe(
			number({ least: 0, most: 480 }),
			v.transform((value) => value ?? 0)
		),
		how: v.picklist(ways, 'missing'),
		place: text(1000),
		link: v.pipe(
			text(1000),
			v.check((value) => value === '' || /^https:\/\/\S+$/.test(value), 'not-an-address')
		)
	}),
	v.forward(
		v.check(({ how, place }) => how !== 'place' || place !== '', 'missing'),
		['place']
	),
	v.forward(
		v.check(({ how, link }) => how !== 'video' || link !== '', 'missing'),
		['link']
	)
);

export const BySlot = v.object({ ...BySlug.entries, slot: Id });
export const Invite = v.object({ ...InCall.entries, words: neededText(2000), until: WallTime });
/** Agreed by telephone or on paper: staff take the time for the applicant. */
export const BookSlot = v.object({ ...InCall.entries, slot: Id, needs: text(2000) });
export const WriteInterviewNote = v.object({
	...InCall.entries,
	note: neededText(10_000),
	edition: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())
});

/** What is no zone is as if none was said. */
const Zone = v.fallback(
	v.optional(
		v.pipe(
			v.string(),
			v.maxLength(60),
			v.check((zone) => isZone(zone))
		)
	),
	undefined as never
);
export const LookAtInterview = v.object({ ...ByReference.entries, zone: Zone });
export const ChooseSlot = v.object({ ...ByReference.entries, slot: Id, needs: text(2000), zone: Zone });
export const DeclineInterview = v.object({ ...ByReference.entries, words: text(2000) });
