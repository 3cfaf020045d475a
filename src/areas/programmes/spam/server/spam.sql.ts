import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, groupOf, visibleTo } from '../../server/expression.sql.ts';
import { longEnough } from '../spam.ts';

export type SpamRow = { id: string; expression: string; why: string; markedAt: Date; markedBy: string };

export async function findSpam(db: Db, expression: string): Promise<SpamRow | undefined> {
	const [row] = await db<SpamRow[]>`
		select id, expression, why, marked_at, marked_by from programmes.spam_mark
		where expression = ${expression} and undone_at is null`;
	return row;
}

type NewMark = { expression: string; why: string; at: Date; by: string };

/** Undefined: a colleague has marked it already. */
export async function insertSpam(db: Db, { expression, why, at, by }: NewMark): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.spam_mark (expression, why, marked_at, marked_by)
		values (${expression}, ${why}, ${at}, ${by})
		on conflict (expression) where undone_at is null do nothing returning id`;
	return row?.id;
}

export async function undoSpam(db: Db, id: string, { at, by }: { at: Date; by: string }): Promise<void> {
	await db`
		update programmes.spam_mark set undone_at = ${at}, undone_by = ${by} where id = ${id} and undone_at is null`;
}

/** Marked so long ago that it is deleted now. */
export function listOldSpam(db: Db, before: Date): Promise<{ id: string; call: string }[]> {
	return db<{ id: string; call: string }[]>`
		select expression.id, expression.call from programmes.spam_mark
		join programmes.expression on expression.id = spam_mark.expression
		where spam_mark.undone_at is null and spam_mark.marked_at <= ${before} and expression.erased_at is null
		order by spam_mark.marked_at, expression.id for update of expression`;
}

/** How many others of the call, of those that the actor may see, say one long thing in the same words. */
export async function countSameText(
	db: Db,
	actor: Actor,
	{ id, call }: { id: string; call: string },
	questions: readonly string[]
): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(distinct expression.id)::int as count
		from programmes.answer mine
		join programmes.answer other on other.question = mine.question and other.value = mine.value
			and other.expression <> mine.expression
		join (select expression.id ${expressionTables(db)}
			where expression.call = ${call} and submission.at is not null and ${visibleTo(db, actor)}
		) expression on expression.id = other.expression
		where mine.expression = ${id} and mine.question = any(${questions}::text[])
			and length(mine.value #>> '{}') >= ${longEnough}`;
	return row!.count;
}

export type SpamListed = SpamRow & { reference: string; name: string | null };

export function listSpam(db: Db, actor: Actor, call: string): Promise<SpamListed[]> {
	return db<SpamListed[]>`
		select spam_mark.id, spam_mark.expression, spam_mark.why, spam_mark.marked_at, spam_mark.marked_by,
			expression.reference, ${groupOf(db)} as name
		${expressionTables(db)}
		join programmes.spam_mark on spam_mark.expression = expression.id and spam_mark.undone_at is null
		where expression.call = ${call} and ${visibleTo(db, actor)}
		order by spam_mark.marked_at desc, spam_mark.id`;
}
