import type { Db } from '#server/db';
import type { Content, What } from '../note.ts';

export type StateRow = {
	change: string;
	note: string;
	at: Date;
	by: string | null;
	what: What;
	content: Content;
};

type NewState = { board: string; change: string; note: string; at: Date; by: string | null; what: What };

export async function insertState(db: Db, state: NewState, content: Content): Promise<void> {
	const { board, change, note, at, by, what } = state;
	await db`
		insert into boards.state (board, change, note, at, by, what, content)
		values (${board}, ${change}, ${note}, ${at}, ${by}, ${what}, ${db.json(content as never)})`;
}

/** Everything that a note ever was, oldest first. */
export function listStates(db: Db, note: string): Promise<StateRow[]> {
	return db<StateRow[]>`
		select change, note, at, by, what, content from boards.state where note = ${note} order by change`;
}

/** Where the notes of a board stood before, oldest first: for the picture of moves. */
export function listTrails(
	db: Db,
	board: string
): Promise<{ note: string; x: number; y: number; at: Date }[]> {
	return db<{ note: string; x: number; y: number; at: Date }[]>`
		select note, (content ->> 'x')::int as x, (content ->> 'y')::int as y, at from boards.state
		where board = ${board} and what in ('made', 'moved', 'undone', 'reworded')
			and content ->> 'x' is not null and content ->> 'y' is not null
		order by change`;
}

/** When one of these notes changed last. Undefined: there are none. What somebody is not shown is not asked after for them. */
export async function changedLast(db: Db, notes: readonly string[]): Promise<Date | undefined> {
	const [row] = await db<{ at: Date | null }[]>`
		select max(at) as at from boards.state where note = any(${notes as string[]}::uuid[])`;
	return row?.at ?? undefined;
}

/** The notes that changed after a change. */
export async function listChanged(db: Db, board: string, since: string): Promise<string[]> {
	const rows = await db<{ note: string }[]>`
		select distinct note from boards.state where board = ${board} and change > ${since}`;
	return rows.map(({ note }) => note);
}

export type Then = { note: string; number: number; content: Content };

/** The notes as they stood after a change. */
export function listAsOf(db: Db, board: string, change: string): Promise<Then[]> {
	return db<Then[]>`
		select note, number, content from (
			select distinct on (state.note) state.note, note.number, state.content from boards.state
			join boards.note on note.id = state.note
			where state.board = ${board} and state.change <= ${change}
			order by state.note, state.change desc) latest
		where not (content ->> 'isStruck')::boolean
		order by (content ->> 'place')::int, number`;
}

/** What somebody changed last on a board and has not undone; the note as it was before, where it was there. */
export async function findLastChange(db: Db, board: string, by: string): Promise<StateRow | undefined> {
	const [row] = await db<StateRow[]>`
		select change, note, at, by, what, content from boards.state
		where board = ${board} and by = ${by} and what <> 'undone' and not exists (
			select from boards.state later
			where later.note = state.note and later.change > state.change)
		order by change desc limit 1`;
	return row;
}

/** What a note was before a change; undefined: it was not there. */
export async function findBefore(db: Db, note: string, change: string): Promise<Content | undefined> {
	const [row] = await db<{ content: Content }[]>`
		select content from boards.state where note = ${note} and change < ${change} order by change desc limit 1`;
	return row?.content;
}
