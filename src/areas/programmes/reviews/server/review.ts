import { namesOf } from '#server/identity';
import { useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import type { ExpressionView } from '../../server/expression-views.ts';
import { noteReading, viewsFor } from '../../panel/server/reading.ts';
import { visibleToPanel, type Sitting } from '../../panel/server/sitting.ts';
import { findTerms } from '../../terms/server/find-terms.ts';
import type { Criterion } from '../../terms/terms.ts';
import { blank, isDone, scoreOf, stateOfReading, type Mark, type ReadingState } from '../reviews.ts';
import { criteriaOf } from '../criteria.ts';
import { inHand, itsReader, type AtHand } from './at-hand.ts';
import { flagsFor, type FlagView } from './flag-views.ts';
import { candidatesOf } from './own.ts';
import { untilOf } from './until.ts';
import { isReadingStopped } from './reading.sql.ts';
import { findMarks, findReview, listAsides, listIn, type ReviewRow } from './review.sql.ts';

export type MarkedCriterion = Criterion & Mark;
export type OthersReview = { who: string; score: number | null; marks: (Mark & { name: string })[] };
export type ReviewPage = {
	slug: string;
	programme: string;
	expression: ExpressionView;
	names: boolean;
	criteria: MarkedCriterion[];
	state: ReadingState;
	edition: number;
	savedAt: Moment | null;
	abstainedWhy: string | null;
	/** What another window brought, beside what stands. */
	asides: { id: string; savedAt: Moment; marks: (Mark & { name: string })[] }[];
	mayScore: boolean;
	until: Moment | null;
	/** Null: not shown, and nobody counts them. */
	others: OthersReview[] | null;
	flags: FlagView[];
	isStopped: boolean;
	given: number;
	left: number;
};

/** One application beside what its reader thinks of it, criterion by criterion. */
export const showReview = useCase('programmes.showReview', {
	input: InCall,
	on: inHand,
	may: itsReader,
	async run(context, { slug }, held): Promise<ReviewPage> {
		const { db } = context;
		const { seat, expression, call, shown } = held;
		const [view] = await viewsFor(context, held, [expression]);
		const criteria = criteriaOf((await findTerms(context, call.id)).criteria);
		const review = await findReview(db, seat.id, expression.id);
		const marks = review ? await findMarks(db, review.id) : {};
		const moment = (instant: Date): Moment => ({ instant, zone: call.zone });
		const state = stateOfReading(review ?? unread);
		const own = await candidatesOf(context, held);
		const others = await othersOf(context, held, { expression: expression.id, state });
		await noteReading(context, held);
		return {
			slug,
			programme: call.content.name,
			expression: view!,
			names: held.names,
			criteria: criteria.map((one) => ({ ...one, ...(marks[one.key] ?? blank) })),
			state,
			edition: review?.edition ?? 0,
			savedAt: review ? moment(review.savedAt!) : null,
			abstainedWhy: review?.abstainedWhy ?? null,
			asides: await asidesOf(context, held, { review, criteria }),
			mayScore: shown.mayScore,
			until: await untilOf(context, call),
			others,
			flags: await flagsFor(context, held, { expression: expression.id, isAll: others !== null }),
			isStopped: await isReadingStopped(db, expression.id),
			given: own.length,
			left: own.filter((one) => !isDone(one.state)).length
		};
	}
});

const unread = { savedAt: null, skippedAt: null, inAt: null, abstainedAt: null };

/**
 * What the others think, by what the phase shows. In the discussion: once one's own is in, or one abstained. Whoever is not asked to
 * read it has nothing that could be in, and sees it when everybody does.
 */
export async function othersOf(
	context: Context,
	sitting: Sitting,
	{ expression, state }: { expression: string; state: ReadingState | null }
): Promise<OthersReview[] | null> {
	const { shown, call, seat } = sitting;
	if (shown.others === 'never') return null;
	if (shown.others === 'after-own' && !(state && isDone(state))) return null;
	const rows = await listIn(context.db, call.id, visibleToPanel(context.db, sitting), expression);
	const criteria = criteriaOf((await findTerms(context, call.id)).criteria);
	const others = rows.filter((one) => one.seat !== seat.id);
	const names = await namesOf(
		context,
		others.map(({ person }) => person)
	);
	return others.map(({ person, marks }) => ({
		who: names.get(person) ?? '',
		score: scoreOf(criteria, marks),
		marks: named(criteria, marks)
	}));
}

function named(criteria: readonly Criterion[], marks: Readonly<Record<string, Mark>>) {
	return criteria.flatMap(({ key, name }) => (marks[key] ? [{ name, ...marks[key] }] : []));
}

async function asidesOf(
	{ db }: Context,
	{ call }: AtHand,
	{ review, criteria }: { review: ReviewRow | undefined; criteria: readonly Criterion[] }
): Promise<ReviewPage['asides']> {
	const rows = review ? await listAsides(db, review.id) : [];
	return rows.map(({ id, savedAt, marks }) => ({
		id,
		savedAt: { instant: savedAt, zone: call.zone },
		marks: named(criteria, marks)
	}));
}
