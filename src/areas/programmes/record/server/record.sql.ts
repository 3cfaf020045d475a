import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { isKeptFromActor } from '../../panel/server/conflict.sql.ts';
import { isSharingFor } from '../../reviews/server/sharing.sql.ts';

export type RecordRow = {
	at: Date;
	name: string;
	person: string | null;
	reference: string | null;
	/** The group worked out that it is about. */
	solving: string | null;
};

type Asked = { call: string; names: readonly string[]; limit: number; offset: number };

/**
 * In its order. What concerns an application that a conflict keeps from whoever looks is not there. One that was erased
 * or withdrawn is without its reference.
 */
export function listRecord(
	db: Db,
	actor: Actor,
	{ call, names, limit, offset }: Asked
): Promise<RecordRow[]> {
	return db<RecordRow[]>`
		select event.at, event.name, event.actor ->> 'id' as person,
			event.details ->> 'solving' as solving,
			case when withdrawal.expression is null then expression.reference end as reference
		from house.event
		left join programmes.expression
			on expression.id::text = coalesce(event.details ->> 'expression', event.details ->> 'id')
		left join programmes.withdrawal on withdrawal.expression = expression.id
		left join programmes.sharing
			on event.name = 'readings.shared-out' and sharing.id::text = event.details ->> 'id'
		where (event.details ->> 'id' = ${call} or event.details ->> 'call' = ${call})
			and event.name = any(${names as string[]}::text[])
			and (expression.id is null or not ${isKeptFromActor(db, actor)})
			and (sharing.id is null or ${isSharingFor(db, actor)})
		order by event.at, event.id limit ${limit} offset ${offset}`;
}

/** Whether somebody's reading of it was written down since then. */
export async function wasReadSince(
	db: Db,
	{ expression, person, since }: { expression: string; person: string; since: Date }
): Promise<boolean> {
	const [row] = await db`
		select 1 from house.event
		where details ->> 'id' = ${expression} and name = 'panel.read' and actor ->> 'id' = ${person} and at >= ${since}`;
	return row !== undefined;
}
