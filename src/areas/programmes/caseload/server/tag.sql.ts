import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { listTables, visibleTo } from '../../server/expression.sql.ts';
import type { Colour, Tag } from '../tag.schema.ts';

export function listTags(db: Db, call: string): Promise<Tag[]> {
	return db<Tag[]>`select id, name, colour from programmes.tag where call = ${call} order by lower(name), id`;
}

/** Of what the actor may see: how many have each. */
export async function countTagged(db: Db, actor: Actor, call: string): Promise<Map<string, number>> {
	const rows = await db<{ tag: string; count: number }[]>`
		select tagging.tag, count(*)::int as count
		${listTables(db)} join programmes.tagging on tagging.expression = expression.id
		where expression.call = ${call} and ${visibleTo(db, actor)} group by tagging.tag`;
	return new Map(rows.map(({ tag, count }) => [tag, count]));
}

type NewTag = { call: string; name: string; colour: Colour; at: Date; by: string };

/** Undefined: another one of this call has the name. */
export async function insertTag(db: Db, { call, name, colour, at, by }: NewTag): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.tag (call, name, colour, made_at, made_by)
		values (${call}, ${name}, ${colour}, ${at}, ${by}) on conflict do nothing returning id`;
	return row?.id;
}

/** False: another one of this call has the name. */
export async function saveTag(db: Db, call: string, { id, name, colour }: Tag): Promise<boolean> {
	const rows = await db`
		update programmes.tag set name = ${name}, colour = ${colour} where id = ${id} and not exists (
			select from programmes.tag other
			where other.call = ${call} and lower(other.name) = lower(${name}) and other.id <> ${id}) returning 1`;
	return rows.length > 0;
}

/** It goes from everything it was on, and with it what was written down of its comings and goings. */
export async function removeTag(db: Db, id: string): Promise<void> {
	await db`delete from programmes.deed_change where aspect = ${`tag:${id}`}`;
	await db`delete from programmes.tag where id = ${id}`;
}
