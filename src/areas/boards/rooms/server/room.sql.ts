import type { Db } from '#server/db';
import { tell } from '#server/live';
import { topicOf, type BoardRow } from '../../server/board.sql.ts';

export type RoomRow = {
	id: string;
	board: string;
	code: string | null;
	names: boolean;
	dots: number;
	notesBefore: number;
	step: number;
	stepEndsAt: Date | null;
	edition: number;
	isLocked: boolean;
	openedAt: Date;
	closedAt: Date | null;
};

export async function findOpenRoom(db: Db, board: string): Promise<RoomRow | undefined> {
	const [row] = await db<RoomRow[]>`select * from boards.room where board = ${board} and closed_at is null`;
	return row;
}

/** The same, held: who else would change or close it waits. */
export async function holdRoom(db: Db, board: string): Promise<RoomRow | undefined> {
	const [row] = await db<RoomRow[]>`
		select * from boards.room where board = ${board} and closed_at is null for update`;
	return row;
}

export async function findRoom(db: Db, id: string): Promise<RoomRow | undefined> {
	const [row] = await db<RoomRow[]>`select * from boards.room where id = ${id} and closed_at is null`;
	return row;
}

/** For as long as somebody writes in it, it neither closes nor goes on. */
export async function findRoomToWrite(db: Db, id: string): Promise<RoomRow | undefined> {
	const [row] = await db<
		RoomRow[]
	>`select * from boards.room where id = ${id} and closed_at is null for share`;
	return row;
}

export async function findRoomByCode(db: Db, code: string): Promise<RoomRow | undefined> {
	const [row] = await db<
		RoomRow[]
	>`select * from boards.room where code = ${code} and closed_at is null for share`;
	return row;
}

export async function findBoardOf(db: Db, { board }: RoomRow): Promise<BoardRow | undefined> {
	const [row] = await db<BoardRow[]>`select * from boards.board where id = ${board} and put_away_at is null`;
	return row;
}

type NewRoom = Pick<
	RoomRow,
	'board' | 'code' | 'names' | 'dots' | 'notesBefore' | 'stepEndsAt' | 'openedAt'
> & {
	openedBy: string;
};

/** False: there is an open one already. */
export async function insertRoom(db: Db, room: NewRoom): Promise<boolean> {
	const { board, code, names, dots, notesBefore, stepEndsAt, openedAt, openedBy } = room;
	const rows = await db`
		insert into boards.room (board, code, names, dots, notes_before, step_ends_at, opened_at, opened_by)
		values (${board}, ${code}, ${names}, ${dots}, ${notesBefore}, ${stepEndsAt}, ${openedAt}, ${openedBy})
		on conflict (board) where closed_at is null do nothing returning 1`;
	await tell(db, topicOf(board));
	return rows.length > 0;
}

export async function updateStep(
	db: Db,
	{ id, board }: RoomRow,
	{ step, stepEndsAt }: Pick<RoomRow, 'step' | 'stepEndsAt'>
): Promise<void> {
	await db`
		update boards.room set step = ${step}, step_ends_at = ${stepEndsAt}, edition = edition + 1 where id = ${id}`;
	await tell(db, topicOf(board));
}

/** Whoever watches is asked anew whether they may. */
export async function updateCode(db: Db, { id, board }: RoomRow, code: string): Promise<void> {
	await db`update boards.room set code = ${code}, edition = edition + 1 where id = ${id}`;
	await tell(db, topicOf(board));
}

export async function updateLock(db: Db, { id, board }: RoomRow, isLocked: boolean): Promise<void> {
	await db`update boards.room set is_locked = ${isLocked}, edition = edition + 1 where id = ${id}`;
	await tell(db, topicOf(board));
}

/** With its code go all who came in, and who wrote what. */
export async function updateClosed(db: Db, { id, board }: RoomRow, at: Date): Promise<void> {
	await db`delete from boards.participant where room = ${id}`;
	await db`update boards.room set code = null, closed_at = ${at}, edition = edition + 1 where id = ${id}`;
	await tell(db, topicOf(board));
}

export function listForgottenRooms(db: Db, openedBefore: Date): Promise<{ board: string }[]> {
	return db<{ board: string }[]>`
		select board from boards.room where closed_at is null and opened_at < ${openedBefore} order by opened_at`;
}

export type Counts = { people: number; placed: number; dots: number };

export async function countIn(db: Db, room: string): Promise<Counts> {
	const [row] = await db<Counts[]>`
		select count(*)::int as people, count(stance.participant)::int as placed,
			(select coalesce(sum(dot.dots), 0)::int from boards.dot join boards.participant on participant.id = dot.participant
				where participant.room = ${room}) as dots
		from boards.participant left join boards.stance on stance.participant = participant.id
		where participant.room = ${room}`;
	return row!;
}
