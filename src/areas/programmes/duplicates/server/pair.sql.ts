import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';
import { isKeptFromActor } from '../../panel/server/conflict.sql.ts';
import { asideOf } from '../../spam/server/aside.sql.ts';
import type { Facts } from '../alike.ts';

/** What can be compared, of everything sent to a call that the actor may see and that nobody set aside. */
export function listFacts(db: Db, actor: Actor, call: string): Promise<Facts[]> {
	return db<Facts[]>`
		select expression.id, expression.reference, coalesce(said."group", '') as "group",
			coalesce(said.email, '') as email, coalesce(said.telephone, '') as telephone
		${expressionTables(db)}
		left join lateral (
			select max(value #>> '{}') filter (where question = 'group') as "group",
				max(value #>> '{}') filter (where question = 'email') as email,
				max(value #>> '{}') filter (where question = 'telephone') as telephone
			from programmes.answer where answer.expression = expression.id
				and question in ('group', 'email', 'telephone')
		) said on true
		where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)}
			and ${asideOf(db)} is null
		order by submission.at, expression.id`;
}

export type NotSame = { one: string; two: string; how: 'related' | 'different'; at: Date; by: string };

export function listNotSame(db: Db, call: string): Promise<NotSame[]> {
	return db<NotSame[]>`
		select not_same.* from programmes.not_same
		join programmes.expression on expression.id = not_same.one where expression.call = ${call}`;
}

export async function saveNotSame(db: Db, { one, two, how, at, by }: NotSame): Promise<void> {
	const [first, second] = inOrder(one, two);
	await db`
		insert into programmes.not_same (one, two, how, at, by) values (${first}, ${second}, ${how}, ${at}, ${by})
		on conflict (one, two) do update set how = excluded.how, at = excluded.at, by = excluded.by, decision = null`;
}

export async function forgetNotSame(db: Db, one: string, two: string): Promise<void> {
	const [first, second] = inOrder(one, two);
	await db`delete from programmes.not_same where one = ${first} and two = ${second}`;
}

export async function findNotSame(db: Db, one: string, two: string): Promise<NotSame | undefined> {
	const [first, second] = inOrder(one, two);
	const [row] = await db<
		NotSame[]
	>`select * from programmes.not_same where one = ${first} and two = ${second}`;
	return row;
}

export type MergingRow = { id: string; other: string; stands: string; at: Date; by: string };

/** What stands for this one, if somebody decided so. */
export async function findMergingOf(db: Db, other: string): Promise<MergingRow | undefined> {
	const [row] = await db<MergingRow[]>`
		select id, other, stands, at, by from programmes.merging where other = ${other} and undone_at is null`;
	return row;
}

export type Merged = { reference: string; name: string | null; stands: string; at: Date };

/** Of a call: what is read with another one, and with which, of those that the actor may see. */
export function listMerged(db: Db, actor: Actor, call: string): Promise<Merged[]> {
	return db<Merged[]>`
		select expression.reference, standing.reference as stands, merging.at, ${groupOf(db)} as name
		${expressionTables(db)}
		join programmes.merging on merging.other = expression.id and merging.undone_at is null
		join programmes.expression standing on standing.id = merging.stands
		where expression.call = ${call} and ${visibleTo(db, actor)} and ${asideOf(db)} = 'merged'
			and not ${isKeptFromActor(db, actor, db`standing.id`)}
		order by merging.at desc, expression.reference`;
}

/** What was also sent beside one that stands, by its reference; of those that the actor may see. */
export function listAlsoSent(db: Db, actor: Actor, stands: string): Promise<{ reference: string }[]> {
	return db<{ reference: string }[]>`
		select expression.reference ${expressionTables(db)}
		join programmes.merging on merging.other = expression.id and merging.undone_at is null
		where merging.stands = ${stands} and ${visibleTo(db, actor)} order by expression.reference`;
}

/** Which one stands for another, as staff may see it: not when the other one is gone. */
export async function findStanding(db: Db, actor: Actor, other: string): Promise<string | undefined> {
	const [row] = await db<{ reference: string }[]>`
		select expression.reference ${expressionTables(db)}
		join programmes.merging on merging.stands = expression.id and merging.undone_at is null
		where merging.other = ${other} and ${visibleTo(db, actor)}`;
	return row?.reference;
}

/** Whether another one stands for this one now: one that is there. */
export async function isMergedAway(db: Db, id: string): Promise<boolean> {
	const [row] = await db<{ aside: string | null }[]>`
		select ${mergedOnly(db)} as aside from programmes.expression where expression.id = ${id}`;
	return row?.aside === 'merged';
}

/** When it was decided, and when it was undone. */
export async function findMergingTimes(
	db: Db,
	id: string
): Promise<{ at: Date; undoneAt: Date | null } | undefined> {
	const [row] = await db<{ at: Date; undoneAt: Date | null }[]>`
		select at, undone_at from programmes.merging where id = ${id}`;
	return row;
}

export async function insertMerging(
	db: Db,
	{ other, stands, at, by }: Omit<MergingRow, 'id'>
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.merging (other, stands, at, by) values (${other}, ${stands}, ${at}, ${by}) returning id`;
	return row!.id;
}

export async function undoMergingRow(
	db: Db,
	id: string,
	{ at, by }: { at: Date; by: string }
): Promise<void> {
	await db`update programmes.merging set undone_at = ${at}, undone_by = ${by} where id = ${id}`;
}

/** Whoever sent it learns nothing of a mark as spam, on either side. */
function mergedOnly(db: Db) {
	return db`(select 'merged' from programmes.merging
		join programmes.expression standing on standing.id = merging.stands and standing.erased_at is null
		where merging.other = expression.id and merging.undone_at is null
			and not exists (select from programmes.withdrawal gone where gone.expression = standing.id))`;
}

function inOrder(one: string, two: string): [string, string] {
	return one < two ? [one, two] : [two, one];
}
