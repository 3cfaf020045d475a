import type { ShareLevel } from '#areas/campaigns';
import type { Db } from '#server/db';
import { tell } from '#server/live';
import type { Template } from '../template.ts';

export type BoardRow = {
	id: string;
	campaign: string;
	number: number;
	name: string;
	template: Template;
	share: ShareLevel;
	hidesWriters: boolean;
	madeAt: Date;
	madeBy: string | null;
	putAwayAt: Date | null;
	notes: number;
	/** A bigint, as text. */
	changes: string;
};

export async function findBoard(db: Db, campaign: string, number: number): Promise<BoardRow | undefined> {
	const [row] = await db<BoardRow[]>`
		select * from boards.board where campaign = ${campaign} and number = ${number}`;
	return row;
}

export async function findBoardById(db: Db, id: string): Promise<BoardRow | undefined> {
	const [row] = await db<BoardRow[]>`select * from boards.board where id = ${id}`;
	return row;
}

/** The boards of a campaign that are shown at one of these levels; the newest first, those put away last. */
export function listBoardRows(db: Db, campaign: string, levels: readonly ShareLevel[]): Promise<BoardRow[]> {
	return db<BoardRow[]>`
		select * from boards.board where campaign = ${campaign} and share = any(${levels as ShareLevel[]})
		order by put_away_at desc nulls first, number desc`;
}

/** How many notes stand on each. */
export async function countNotes(db: Db, boards: readonly string[]): Promise<Map<string, number>> {
	const rows = await db<{ board: string; count: number }[]>`
		select board, count(*)::int as count from boards.note
		where board = any(${boards as string[]}::uuid[]) and struck_at is null group by board`;
	return new Map(rows.map(({ board, count }) => [board, count]));
}

type NewBoard = Pick<
	BoardRow,
	'campaign' | 'name' | 'template' | 'share' | 'hidesWriters' | 'madeAt' | 'madeBy'
>;

/** With the next number of its campaign: whoever makes one meanwhile waits. */
export async function insertBoard(db: Db, board: NewBoard): Promise<BoardRow> {
	const { campaign, name, template, share, hidesWriters, madeAt, madeBy } = board;
	await db`select 1 from campaigns.campaign where id = ${campaign} for update`;
	const [row] = await db<BoardRow[]>`
		insert into boards.board (campaign, number, name, template, share, hides_writers, made_at, made_by)
		select ${campaign}, coalesce(max(number), 0) + 1, ${name}, ${db.json(template as never)}, ${share}, ${hidesWriters},
			${madeAt}, ${madeBy}
		from boards.board where campaign = ${campaign}
		returning *`;
	return row!;
}

type Setting = Pick<BoardRow, 'name' | 'share' | 'hidesWriters' | 'putAwayAt'>;

export async function updateBoard(db: Db, id: string, setting: Setting): Promise<void> {
	const { name, share, hidesWriters, putAwayAt } = setting;
	await db`
		update boards.board set name = ${name}, share = ${share}, hides_writers = ${hidesWriters}, put_away_at = ${putAwayAt}
		where id = ${id}`;
}

/** Nobody who wrote on it is known any more, nor who changed what. */
export async function forgetWriters(db: Db, board: string): Promise<void> {
	await db`update boards.note set written_by = null, called = null where board = ${board}`;
	await db`update boards.state set by = null where board = ${board}`;
	await db`update boards.agreement set by = null, ended_by = null where board = ${board}`;
	await db`
		update boards.pointer set by = null, ended_by = null
		where note in (select id from boards.note where board = ${board})`;
}

/** Whoever watches a board, or the room on it, looks again. */
export const topicOf = (board: string) => `board ${board}`;

/** The numbers of a change and of so many new notes. Held until the change is kept: changes are seen in their order. */
export async function nextChange(db: Db, id: string, notes = 0): Promise<{ change: string; last: number }> {
	const [row] = await db<{ change: string; last: number }[]>`
		update boards.board set changes = changes + 1, notes = notes + ${notes} where id = ${id}
		returning changes as change, notes as last`;
	await tell(db, topicOf(id));
	return row!;
}

export type MomentRow = { id: string; name: string; change: string; at: Date };

export function listMoments(db: Db, board: string): Promise<MomentRow[]> {
	return db<MomentRow[]>`
		select id, name, change, at from boards.moment where board = ${board} order by at desc, id`;
}

type NewMoment = { board: string; name: string; change: string; at: Date; by: string };

export async function insertMoment(db: Db, { board, name, change, at, by }: NewMoment): Promise<void> {
	await db`
		insert into boards.moment (board, name, change, at, by) values (${board}, ${name}, ${change}, ${at}, ${by})`;
}
