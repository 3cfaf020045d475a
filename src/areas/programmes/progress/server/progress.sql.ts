import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { listTables, visibleTo } from '../../server/expression.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';

/** How many were sent on each day of the call's clock, of what the actor sees in the list. */
export function countByDay(
	db: Db,
	actor: Actor,
	{ call, zone }: { call: string; zone: string }
): Promise<{ day: string; sent: number }[]> {
	return db<{ day: string; sent: number }[]>`
		select to_char(submission.at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as sent
		${listTables(db)}
		where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)}
			and ${asideOf(db)} is null
		group by 1 order by 1`;
}
