import type { Db } from '#server/db';
import type { Actor } from '#shared/actor';
import { expressions, visibleTo, type ExpressionRow } from './expression.sql.ts';

type Telling = { expression: string; what: string; about: Date; at: Date };

/** True for whoever is first to tell them this; false ever after. */
export async function tellOnce(db: Db, { expression, what, about, at }: Telling): Promise<boolean> {
	const rows = await db`
		insert into programmes.told (expression, what, about, at) values (${expression}, ${what}, ${about}, ${at})
		on conflict do nothing returning 1`;
	return rows.length > 0;
}

export async function wasTold(
	db: Db,
	{ expression, what, about }: Pick<Telling, 'expression' | 'what' | 'about'>
): Promise<boolean> {
	const rows = await db`
		select 1 from programmes.told where expression = ${expression} and what = ${what} and about = ${about}`;
	return rows.length > 0;
}

export async function countTold(db: Db, expression: string, what: string, since: Date): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from programmes.told
		where expression = ${expression} and what = ${what} and at > ${since}`;
	return row!.count;
}

/** Drafts that somebody can be written to about. What staff type up is theirs to finish: its applicant has sent it. */
export function listDraftsToTell(db: Db, call?: string): Promise<(ExpressionRow & { email: string })[]> {
	return db<(ExpressionRow & { email: string })[]>`
		select draft.*, email.value #>> '{}' as email
		from (${expressions(db)}) draft
		join programmes.answer email on email.expression = draft.id and email.question = 'email'
		where draft.erased_at is null and draft.submitted_at is null and draft.withdrawn_at is null and draft.entered_from is null
			and jsonb_typeof(email.value) = 'string' and ${call ? db`draft.call = ${call}` : db`true`}
		order by draft.begun_at, draft.id`;
}

/** What is still kept, in this reader's view, to look at when it ends. */
export function listKept(db: Db, actor: Actor): Promise<ExpressionRow[]> {
	return db<
		ExpressionRow[]
	>`${expressions(db)} where ${visibleTo(db, actor)} order by expression.begun_at, expression.id`;
}
