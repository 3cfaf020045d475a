import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, visibleTo } from './expression.sql.ts';

export type NoteRow = {
	id: string;
	expression: string;
	/** Of the expression; it is visible, so it has one. */
	reference: string;
	call: string;
	author: string;
	/** Null once it is deleted: who wrote here, and when, stays. */
	words: string | null;
	edition: number;
	writtenAt: Date;
	changedAt: Date | null;
	deletedAt: Date | null;
};

/** Oldest first. Whoever may see the expression may read them, staff that is: applicants have no view of them. */
export function listNotes(db: Db, actor: Actor, expression: string): Promise<NoteRow[]> {
	return db<NoteRow[]>`
		${visibleNotes(db, actor)} and note.expression = ${expression} order by note.written_at, note.id`;
}

/** Held until the transaction ends. */
export async function lockNote(db: Db, actor: Actor, id: string): Promise<NoteRow | undefined> {
	await db`select 1 from programmes.note where id = ${id} for update`;
	const [row] = await db<NoteRow[]>`
		${visibleNotes(db, actor)} and note.id = ${id} and note.deleted_at is null`;
	return row;
}

type NewNote = { expression: string; author: string; words: string; at: Date };

export async function insertNote(db: Db, { expression, author, words, at }: NewNote): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.note (expression, author, words, written_at)
		values (${expression}, ${author}, ${words}, ${at}) returning id`;
	return row!.id;
}

export async function saveNote(db: Db, id: string, words: string, at: Date): Promise<void> {
	await db`
		update programmes.note set words = ${words}, changed_at = ${at}, edition = edition + 1 where id = ${id}`;
}

export async function clearNote(db: Db, id: string, at: Date): Promise<void> {
	await db`update programmes.note set words = null, deleted_at = ${at}, edition = edition + 1 where id = ${id}`;
}

/** What many can be listed with: how many notes, and whether an answer was changed since it was sent. */
export async function listBeside(
	db: Db,
	ids: readonly string[]
): Promise<Map<string, { notes: number; changed: boolean }>> {
	const rows = await db<{ id: string; notes: number; changed: boolean }[]>`
		select listed.id,
			(select count(*)::int from programmes.note
				where note.expression = listed.id and note.deleted_at is null) as notes,
			exists (select from programmes.former_answer former
				where former.expression = listed.id and former.question not in ('access', 'access-until')) as changed
		from unnest(${ids}::uuid[]) as listed (id)`;
	return new Map(rows.map(({ id, ...beside }) => [id, beside]));
}

function visibleNotes(db: Db, actor: Actor) {
	return db`
		select note.*, expression.reference, expression.call
		${expressionTables(db)}
		join programmes.note on note.expression = expression.id
		where ${visibleTo(db, actor)}`;
}
