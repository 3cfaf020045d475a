import * as v from 'valibot';
import { readDay } from '#shared/written-date';
import { neededText, number, text, ticked } from '#shared/fields';
import { locales } from '#words/addresses';
import { InCall, WallTime } from '../expression-desk.schema.ts';
import { ByReference, Reference } from '../expression.schema.ts';
import { kindsOfCampaign } from '../campaign.ts';
import { BySlug } from '../server/calls.ts';
import { communities } from './landscape.ts';
import { letterKinds, unknownFields } from './letters.ts';
import { decisionKinds } from './release.ts';

const Edition = v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer());
const Language = v.picklist(locales, 'not-an-option');

/** `none`: what was decided is taken back. `position`: of a reserve; empty is the last. */
export const Decide = v.object({
	...InCall.entries,
	kind: v.picklist([...decisionKinds, 'none'], 'missing'),
	position: number({ least: 1, most: 1000 }),
	feedback: text(5000),
	held: ticked,
	why: text(2000),
	edition: Edition
});

const References = v.optional(v.array(Reference), () => []);
/** What a board proposes, whole: offers, and reserves in their order. Everybody else is `not`. */
export const Propose = v.object({ ...BySlug.entries, offers: References, reserves: References });

export const WriteWords = v.object({
	...BySlug.entries,
	kind: v.picklist(letterKinds, 'not-an-option'),
	language: Language,
	words: v.pipe(
		text(8000),
		v.check((words) => unknownFields(words).length === 0, 'unknown-field')
	),
	edition: Edition
});

export const LookAtWords = v.object({
	...BySlug.entries,
	kind: v.optional(v.fallback(v.picklist(letterKinds), 'offer'), 'offer')
});

export const Release = v.object({
	...BySlug.entries,
	/** How many releases the page knew of. */
	number: Edition,
	until: WallTime,
	days: v.pipe(
		number({ least: 1, most: 60 }),
		v.transform((days) => days ?? 7)
	),
	reasons: text(5000),
	/** Who has no decision, or one that is held back, is told that it comes later. */
	later: ticked,
	sure: ticked
});

export const CloseOffer = v.object({ ...InCall.entries, sure: ticked });
export const SayFull = v.object({ ...BySlug.entries, sure: ticked });

export const WriteReasons = v.object({ ...BySlug.entries, reasons: text(5000) });

const Part = v.optional(v.string(), '');
const OptionalDay = v.optional(
	v.pipe(
		v.object({ day: Part, month: Part, year: Part }),
		v.check(
			(parts) => parts.day + parts.month + parts.year === '' || readDay({ ...parts, time: '' }) !== undefined,
			'not-a-date'
		),
		v.transform((parts) => readDay({ ...parts, time: '' }) ?? null)
	),
	() => ({})
);
export const TellOfDelay = v.object({ ...BySlug.entries, words: neededText(4000), day: OptionalDay });

export const AcceptOffer = ByReference;
export const DeclineOffer = v.object({ ...ByReference.entries, words: text(2000), sure: ticked });
export const JoinLandscape = v.object({
	...ByReference.entries,
	community: v.picklist(communities, 'missing'),
	kind: v.picklist(kindsOfCampaign, 'missing'),
	agree: v.pipe(
		ticked,
		v.check((agrees) => agrees, 'missing')
	)
});
