import { asideOf } from '../../spam/server/aside.sql.ts';
import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, visibleTo } from '../../server/expression.sql.ts';

type Place = { at: Date; id: string };

/** What was sent to a call and the actor may see, the oldest first, after a place in that order. */
export function listSentAfter(
	db: Db,
	actor: Actor,
	{ call, after, limit }: { call: string; after: Place | null; limit: number }
): Promise<Place[]> {
	return db<Place[]>`
		select expression.id, date_trunc('milliseconds', submission.at) as at
		${expressionTables(db)}
		where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)} and ${asideOf(db)} is null
			and (${after?.id ?? null}::uuid is null
				or (date_trunc('milliseconds', submission.at), expression.id) > (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
		order by date_trunc('milliseconds', submission.at), expression.id
		limit ${limit}`;
}
