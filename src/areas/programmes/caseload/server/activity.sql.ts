import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { listTables, visibleTo } from '../../server/expression.sql.ts';

export type Line = {
	at: Date;
	name: string;
	person: string | null;
	/** Of how many that the reader may see, and which if it is one. Null: of the call itself. */
	count: number | null;
	reference: string | null;
	aspect: string | null;
	target: string | null;
	undoes: string | null;
	deed: string | null;
};

type Asked = {
	call: string;
	/** Of one alone. Null: of the call and everything in it. */
	expression: string | null;
	ofOne: readonly string[];
	ofCall: readonly string[];
	limit: number;
	offset: number;
};

/** Newest first. What happened to something that the reader may not see is not there, nor in a number. */
export function listActivity(db: Db, actor: Actor, asked: Asked): Promise<Line[]> {
	const { call, expression, ofOne, ofCall, limit, offset } = asked;
	const one = expression ? db`and expression.id = ${expression}` : db``;
	return db<Line[]>`
		with visible as (
			select expression.id, expression.reference ${listTables(db)}
			where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)} ${one}
		), lines as (
			select event.id, event.at, event.name, event.actor ->> 'id' as person, 1 as count, visible.reference,
				null as aspect, null as target, null::uuid as undoes, null::uuid as deed
			from house.event
			join visible on visible.id::text = coalesce(event.details ->> 'expression', event.details ->> 'id')
			where event.details ->> 'call' = ${call} and event.name = any(${ofOne as string[]}::text[])
			union all
			select deed.id, deed.at, 'deed', deed.person::text, changed.count, changed.reference,
				coalesce(undone.aspect, deed.aspect), coalesce(undone.target, deed.target), deed.undoes, deed.id
			from programmes.deed
			left join programmes.deed undone on undone.id = deed.undoes
			join lateral (
				select count(*)::int as count, min(visible.reference) as reference
				from programmes.deed_change join visible on visible.id = deed_change.expression
				where deed_change.deed = deed.id) changed on changed.count > 0
			where deed.call = ${call}
			${
				expression
					? db``
					: db`union all
			select event.id, event.at, event.name, event.actor ->> 'id', null, null, null, null, null, null
			from house.event where (event.details ->> 'id' = ${call} or event.details ->> 'call' = ${call})
				and event.name = any(${ofCall as string[]}::text[])`
			}
		)
		select at, name, person, count, reference, aspect, target, undoes, deed from lines
		order by at desc, id limit ${limit} offset ${offset}`;
}
