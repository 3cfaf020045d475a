import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { asideOf } from '../../spam/server/aside.sql.ts';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';

export type SentRow = {
	id: string;
	reference: string;
	group: string | null;
	isEligible: boolean | null;
	why: string | null;
};

/** What was sent, with what staff found of it; as much as this member of staff may know of. */
export function listSent(db: Db, actor: Actor, call: string): Promise<SentRow[]> {
	return db<SentRow[]>`
		select expression.id, expression.reference, ${groupOf(db)} as group, checked.is_eligible, checked.why
		${expressionTables(db)}
		left join programmes.eligibility_check checked on checked.expression = expression.id
		where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)} and ${asideOf(db)} is null
		order by submission.at, expression.id`;
}
