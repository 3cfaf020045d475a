import type { Db } from '#server/db';
import { expressions, type ExpressionRow } from '../../server/expression.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';

/**
 * All among whom a cohort is chosen: sent, not taken back, neither spam nor read with another one, and found to be one that
 * the call asked for. Only somebody whom no conflict keeps from any of them is shown what is made of it.
 */
export function listCandidates(db: Db, call: string): Promise<ExpressionRow[]> {
	return db<ExpressionRow[]>`
		${expressions(db)}
		where expression.call = ${call} and expression.erased_at is null and withdrawal.expression is null
			and submission.at is not null and ${asideOf(db)} is null and exists (
				select from programmes.eligibility_check checked
				where checked.expression = expression.id and checked.is_eligible)
		order by expression.id`;
}
