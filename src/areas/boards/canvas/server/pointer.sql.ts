import type { Db } from '#server/db';
import type { BoardRow } from '../../server/board.sql.ts';

/** The other end of a pointer, and all that decides who is shown it. */
export type OtherEnd = Pick<BoardRow, 'name' | 'share' | 'putAwayAt' | 'template'> & {
	board: number;
	number: number;
	text: string;
	kind: string;
	isStruck: boolean;
};

export type PointerRow = {
	id: string;
	/** The number of the note on the board that is asked about. */
	note: number;
	says: string;
	isSource: boolean;
	address: string | null;
	/** Null for an address. */
	other: OtherEnd | null;
	isInward: boolean;
};

const otherEnd = (db: Db) => db`
	case when other.id is not null then json_build_object('board', other_board.number, 'name', other_board.name,
		'share', other_board.share, 'putAwayAt', other_board.put_away_at, 'template', other_board.template,
		'number', other.number, 'text', other.text, 'kind', other.kind, 'isStruck', other.struck_at is not null) end as other`;

/** What the notes of a board point at, and what points at them. */
export function listPointers(db: Db, board: string): Promise<PointerRow[]> {
	return db<PointerRow[]>`
		select pointer.id, note.number as note, says, is_source, address, false as is_inward, pointer.at, ${otherEnd(db)}
		from boards.pointer join boards.note on note.id = pointer.note
			left join boards.note other on other.id = pointer.target left join boards.board other_board on other_board.id = other.board
		where note.board = ${board} and ended_at is null
		union all
		select pointer.id, note.number, says, is_source, null, true, pointer.at, ${otherEnd(db)}
		from boards.pointer join boards.note on note.id = pointer.target
			join boards.note other on other.id = pointer.note join boards.board other_board on other_board.id = other.board
		where note.board = ${board} and ended_at is null
		order by at, id`;
}

type NewPointer = {
	note: string;
	target: string | null;
	address: string | null;
	says: string;
	isSource: boolean;
	at: Date;
	by: string | null;
};

export async function insertPointer(db: Db, pointer: NewPointer): Promise<void> {
	const { note, target, address, says, isSource, at, by } = pointer;
	await db`
		insert into boards.pointer (note, target, address, says, is_source, at, by)
		values (${note}, ${target}, ${address}, ${says}, ${isSource}, ${at}, ${by})`;
}

type Ending = { id: string; note: string; at: Date; by: string | null };

export async function endPointer(db: Db, { id, note, at, by }: Ending): Promise<void> {
	await db`
		update boards.pointer set ended_at = ${at}, ended_by = ${by}
		where id = ${id} and note = ${note} and ended_at is null`;
}

/** Which of these notes stand on a board already as copies. */
export async function listFed(db: Db, board: string, sources: readonly string[]): Promise<Set<string>> {
	const rows = await db<{ target: string }[]>`
		select target from boards.pointer join boards.note on note.id = pointer.note
		where note.board = ${board} and struck_at is null and is_source and ended_at is null
			and target = any(${sources as string[]}::uuid[])`;
	return new Set(rows.map(({ target }) => target));
}
