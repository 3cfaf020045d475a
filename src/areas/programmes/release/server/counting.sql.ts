import type { Db } from '#server/db';
import { listTables } from '../../server/expression.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';

/** What one application counts as: its region and kind, whether it was eligible, whether it was offered a place. */
export type Counted = { region: string | null; kind: string | null; isEligible: boolean; isOffered: boolean };

/** Every application that was decided upon; those of a release that is being made are still decisions. */
export function listCounted(db: Db, call: string): Promise<Counted[]> {
	return db<Counted[]>`
		select ${valueOf(db, 'region')} as region, ${valueOf(db, 'kind')} as kind,
			coalesce(checked.is_eligible, not exists (
				select from jsonb_array_elements(coalesce(expression.eligibility, '[]'::jsonb)) as asked
				where asked ->> 'met' = 'false')) as is_eligible,
			coalesce(outcome.kind, decision.kind) = 'offer' as is_offered
		${listTables(db)}
		left join programmes.outcome on outcome.expression = expression.id
		left join programmes.eligibility_check checked on checked.expression = expression.id
		left join programmes.decision on decision.expression = expression.id
		where expression.call = ${call} and expression.erased_at is null and submission.at is not null
			and withdrawal.at is null and ${asideOf(db)} is null`;
}

function valueOf(db: Db, question: string) {
	return db`(
		select value #>> '{}' from programmes.answer
		where answer.expression = expression.id and answer.question = ${question} and jsonb_typeof(value) = 'string')`;
}
