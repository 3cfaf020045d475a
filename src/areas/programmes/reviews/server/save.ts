import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { findTerms } from '../../terms/server/find-terms.ts';
import { signed } from '../../server/signed.ts';
import { longestWhy, missingFrom, type Marks } from '../reviews.ts';
import { criteriaOf } from '../criteria.ts';
import { Abstain, SaveReview, TakeAside } from '../reviews.schema.ts';
import { atHand, inHand, itsReader, type AtHand } from './at-hand.ts';
import { nextFor } from './own.ts';
import { giveReading, isReadingStopped, lockReading } from './reading.sql.ts';
import { abstainFrom, deleteAside, findReview, putAside, saveMarks, saveReviewRow } from './review.sql.ts';

/** Where to go on: the one that was saved, the next one, or none that is left. */
export type Saved = {
	slug: string;
	reference: string;
	next: string | null;
	stays: boolean;
	isAside: boolean;
};

/**
 * Kept at every save. What comes from a window that was behind is put beside what stands, and its writer is told: neither text is
 * lost. Handed in, it needs a score and a reason for each criterion; it can be changed as long as scores can be given.
 */
export const saveReview = useCase('programmes.saveReview', {
	input: SaveReview,
	on: atHand,
	may: itsReader,
	async run(context, { slug, reference, edition, marks, then }, held): Promise<Saved> {
		const { seat, expression } = held;
		mustBeOpen(held);
		await keepReading(context, held);
		const criteria = criteriaOf((await findTerms(context, held.call.id)).criteria);
		const known = knownOf(criteria, marks);
		mustBeShort(known);
		const review = await findReview(context.db, seat.id, expression.id);
		const answer = { slug, reference, next: null, stays: then === 'save', isAside: false };
		if ((review?.edition ?? 0) !== edition) {
			await putAside(context.db, review?.id ?? (await begin(context, held)), known, context.now);
			return { ...answer, isAside: true };
		}
		const isIn = then === 'in' || (review?.inAt ?? null) !== null;
		if (isIn) await mustBeWhole(context, held, missingFrom(criteria, known));
		const id = await saveReviewRow(context.db, {
			seat: seat.id,
			expression: expression.id,
			at: context.now,
			skippedAt: then === 'next' && !isIn ? context.now : null,
			inAt: isIn ? (review?.inAt ?? context.now) : null
		});
		await saveMarks(context.db, id, known);
		if (isIn && !review?.inAt) await context.record('review.in', about(id, held));
		else if (!review) await context.record('review.begun', about(id, held));
		const next = then === 'save' ? null : await nextFor(context, held, reference);
		return { ...answer, next };
	}
});

/** With a reason. What was written stays, and counts nowhere; somebody else reads it. */
export const abstain = useCase('programmes.abstain', {
	input: Abstain,
	on: inHand,
	may: itsReader,
	async run(context, { slug, reference, why }, held): Promise<Saved> {
		const { seat, expression } = held;
		mustBeOpen(held);
		await keepReading(context, held);
		await abstainFrom(context.db, { seat: seat.id, expression: expression.id, at: context.now, why });
		const review = await findReview(context.db, seat.id, expression.id);
		await context.record('review.abstained', about(review!.id, held));
		return { slug, reference, next: await nextFor(context, held, reference), stays: false, isAside: false };
	}
});

/** They have taken from the other text what they want. */
export const dropAside = useCase('programmes.dropAside', {
	input: TakeAside,
	on: inHand,
	may: itsReader,
	async run(context, { slug, reference, aside }, { seat, expression }) {
		const review = await findReview(context.db, seat.id, expression.id);
		if (review) await deleteAside(context.db, review.id, aside);
		return { slug, reference };
	}
});

function mustBeOpen({ shown }: AtHand): void {
	if (!shown.mayScore) throw new Problem('reviewing-over');
}

/** It moved on while they were writing: it is theirs again, since they had begun. */
async function keepReading(context: Context, { seat, expression }: AtHand): Promise<void> {
	const now = await lockReading(context.db, seat.id, expression.id);
	if (!now || now.endedHow === 'cannot') throw new Problem('not-found');
	if (now.endedHow === 'moved')
		await giveReading(context.db, {
			seat: seat.id,
			expression: expression.id,
			at: context.now,
			by: signed(context).by,
			isChosen: false
		});
}

/** Two windows that begin one review: the first to come keeps its place. */
async function begin(context: Context, { seat, expression }: AtHand): Promise<string> {
	const row = { seat: seat.id, expression: expression.id, at: context.now, skippedAt: null, inAt: null };
	return saveReviewRow(context.db, row);
}

function knownOf(criteria: readonly { key: string }[], marks: Marks): Marks {
	return Object.fromEntries(criteria.flatMap(({ key }) => (marks[key] ? [[key, marks[key]]] : [])));
}

function mustBeShort(marks: Marks): void {
	const long = Object.entries(marks).filter(([, { why }]) => why.length > longestWhy);
	if (long.length) throw new Unusable(Object.fromEntries(long.map(([key]) => [`why-${key}`, 'too-long'])));
}

async function mustBeWhole(
	{ db }: Context,
	{ expression }: AtHand,
	missing: Record<string, string>
): Promise<void> {
	if (await isReadingStopped(db, expression.id)) throw new Problem('reading-stopped');
	if (Object.keys(missing).length) throw new Unusable(missing);
}

function about(id: string, { seat, call, expression }: AtHand) {
	return { id, call: call.id, seat: seat.id, expression: expression.id };
}
