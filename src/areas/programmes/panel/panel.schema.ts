import * as v from 'valibot';
import { neededText, number, rows, text, ticked } from '#shared/fields';
import { EmailAddress } from '#shared/email-address';
import { locales } from '#words/addresses';
import { InCall, WallTime } from '../expression-desk.schema.ts';
import { BySlug } from '../server/calls.ts';
import { phases } from './phases.ts';
import { conflictKinds } from './ties.ts';

const Id = v.pipe(v.string('missing'), v.uuid('missing'));
const Kind = v.picklist(conflictKinds, 'missing');
const Languages = v.optional(
	v.pipe(
		v.union([v.array(v.string()), v.string()], 'wrong-kind'),
		v.transform((value) => [...new Set([value].flat())].filter(Boolean)),
		v.array(v.picklist(locales, 'not-an-option'))
	),
	() => []
);

export const parts = ['chair', 'deputy', 'panellist'] as const;

export const InviteToPanel = v.object({
	...BySlug.entries,
	name: neededText(200),
	email: EmailAddress,
	part: v.picklist(parts, 'missing'),
	languages: Languages,
	most: number({ least: 0, most: 1000 })
});

export const BySeat = v.object({ ...BySlug.entries, seat: Id });
export const AnswerSeat = v.object({ ...BySlug.entries, answer: v.picklist(['yes', 'no'], 'missing') });

/** Those whom somebody is tied to; or that there is nobody, which has to be said as well. */
export const DeclareTies = v.pipe(
	v.object({
		...BySlug.entries,
		ties: rows({ name: text(200), kind: v.optional(v.string(), '') }, 60),
		none: ticked
	}),
	v.transform(({ ties, ...rest }) => ({ ...rest, ties: ties.filter(({ name }) => name !== '') })),
	v.forward(
		v.check(({ ties, none }) => none || ties.length > 0, 'ties-missing'),
		['none']
	),
	v.forward(
		v.check(({ ties, none }) => !none || ties.length === 0, 'ties-and-none'),
		['none']
	),
	v.forward(
		v.check(({ ties }) => ties.every(({ name }) => name.length > 1), 'too-short'),
		['none']
	),
	v.transform(({ ties, ...rest }) => ({
		...rest,
		ties: ties.map(({ name, kind }) => ({ name, kind: kindOf(kind) }))
	}))
);

/** Whoever does not say how they are tied is tied all the same. */
function kindOf(kind: string): v.InferOutput<typeof Kind> {
	return v.is(Kind, kind) ? kind : 'other';
}

export const DeclareConflict = v.object({ ...InCall.entries, kind: Kind, because: text(400) });
export const PinConflict = v.object({ ...InCall.entries, seat: Id, kind: Kind, because: text(400) });
export const JudgeConflict = v.pipe(
	v.object({
		...BySlug.entries,
		conflict: Id,
		verdict: v.picklist(['stands', 'none'], 'missing'),
		why: text(400)
	}),
	v.forward(
		v.check(({ verdict, why }) => verdict === 'stands' || why !== '', 'missing'),
		['why']
	)
);

const Planned = v.optional(v.nullable(WallTime), null);
/** When each phase begins, on the wall of the call's zone. None: it is not planned yet. */
export const PlanPhases = v.object({
	...BySlug.entries,
	eligibility: Planned,
	review: Planned,
	discussion: Planned,
	selection: Planned,
	release: Planned
});
/** The chair goes on to the one that the page named, and says that they read what follows. */
export const GoOn = v.object({ ...BySlug.entries, phase: v.picklist(phases, 'missing'), sure: ticked });
export const BeginPhase = v.object({ ...BySlug.entries, phase: v.picklist(phases, 'missing') });

export const CheckEligibility = v.pipe(
	v.object({
		...InCall.entries,
		verdict: v.picklist(['eligible', 'not-eligible'], 'missing'),
		why: text(2000)
	}),
	v.forward(
		v.check(({ verdict, why }) => verdict === 'eligible' || why !== '', 'missing'),
		['why']
	)
);

export const CheckAll = v.object({ ...BySlug.entries, sure: ticked });

export const Redact = v.object({
	...InCall.entries,
	question: v.pipe(v.string('missing'), v.maxLength(80)),
	words: text(50_000),
	version: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
	seen: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer())
});
export const UndoRedaction = v.object({
	...InCall.entries,
	question: v.pipe(v.string('missing'), v.maxLength(80))
});
