import type { Context } from '#server/use-case';
import { findTerms } from '../../terms/server/find-terms.ts';
import { scoreOf } from '../reviews.ts';
import { criteriaOf } from '../criteria.ts';
import { listIn } from './review.sql.ts';

/** What one panellist thinks of one expression, all criteria that count taken together: from 1 to 10. */
export type Score = { expression: string; reviewer: string; score: number };

/**
 * Every review that is in and counts. For whoever asks who may see it: the board asks for whom it shows it, and calibration
 * makes scores comparable. `reviewer` is a seat.
 */
export async function scoresOf(context: Pick<Context, 'db' | 'now'>, call: string): Promise<Score[]> {
	const criteria = criteriaOf((await findTerms(context, call)).criteria);
	const rows = await listIn(context.db, call, context.db`true`);
	return rows.flatMap(({ expression, seat, marks }) => {
		const score = scoreOf(criteria, marks);
		return score === null ? [] : [{ expression, reviewer: seat, score }];
	});
}
