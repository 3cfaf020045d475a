import * as v from 'valibot';
import { neededText, text } from '#shared/fields';
import { InCall } from '../expression-desk.schema.ts';
import { BySlug } from '../server/calls.ts';

const Id = v.pipe(v.string('missing'), v.uuid('missing'));
const Score = v.pipe(
	v.optional(v.nullable(v.union([v.number(), v.string()])), null),
	v.transform((value) => (value === null || value === '' ? null : Number(value))),
	v.check((value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 10), 'not-a-score')
);
/** Longer than may be kept: what is too long is said beside its field. */
const Typed = v.object({ score: Score, why: text(100_000) });

export const SaveReview = v.object({
	...InCall.entries,
	edition: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.integer()),
	marks: v.optional(v.record(v.pipe(v.string(), v.maxLength(80)), Typed), () => ({})),
	/** `save` stays; `next` keeps a draft, and comes to it again later; `in` hands it in. */
	then: v.optional(v.picklist(['save', 'next', 'in']), 'save')
});

export const Abstain = v.object({ ...InCall.entries, why: neededText(2000) });
export const CannotRead = v.object({ ...InCall.entries, why: text(2000) });
export const CannotReadMore = v.object({ ...BySlug.entries, why: text(2000) });
export const TakeAside = v.object({ ...InCall.entries, aside: Id });

export const RaiseFlag = v.object({ ...InCall.entries, words: neededText(2000) });
export const StopReading = v.object({ ...BySlug.entries, flag: Id, words: text(2000) });
export const ResolveFlag = v.object({ ...BySlug.entries, flag: Id, words: neededText(2000) });

export const ChooseReader = v.object({ ...BySlug.entries, reference: InCall.entries.reference, seat: Id });
export const Chase = v.object({ ...BySlug.entries, seat: Id });

/** "score-need", "why-need" → marks by criterion. */
export function marksIn(fields: Record<string, unknown>): Record<string, { score: unknown; why: unknown }> {
	const marks: Record<string, { score: unknown; why: unknown }> = {};
	for (const [name, value] of Object.entries(fields)) {
		const [, part, key] = /^(score|why)-(.{1,80})$/.exec(name) ?? [];
		if (!part || !key) continue;
		marks[key] ??= { score: null, why: '' };
		marks[key][part as 'score' | 'why'] = value;
	}
	return marks;
}
