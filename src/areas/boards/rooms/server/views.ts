import type { Context } from '#server/use-case';
import type { BoardRow } from '../../server/board.sql.ts';
import { listNoteRows, type NoteRow } from '../../server/note.sql.ts';
import { plain, shownTo } from '../../server/views.ts';
import type { Note } from '../../note.ts';
import type { Template } from '../../template.ts';
import { countIn, type Counts, type RoomRow } from './room.sql.ts';

/** What everybody in the room sees, on the wall as on their phones. */
export type RoomView = {
	name: string;
	template: Template;
	step: number;
	stepEndsAt: Date | null;
	now: Date;
	counts: Counts;
	names: boolean;
	hidesWriters: boolean;
	dots: number;
	notes: Note[];
	cursor: string;
};

export async function roomView(
	{ db, now }: Context,
	{ room, board }: { room: RoomRow; board: BoardRow }
): Promise<RoomView> {
	const notes = notesIn(room, board, await listNoteRows(db, board.id));
	return {
		name: board.name,
		template: board.template,
		step: Math.min(room.step, Math.max(0, board.template.steps.length - 1)),
		stepEndsAt: room.stepEndsAt,
		now,
		counts: await countIn(db, room.id),
		names: room.names,
		hidesWriters: board.hidesWriters,
		dots: room.dots,
		notes,
		cursor: cursorOf(board, room)
	};
}

export function cursorOf({ changes }: BoardRow, { edition }: RoomRow): string {
	return `${changes}.${edition}`;
}

/**
 * Without what is about a named person, and without the names of accounts: a room hears only what people in it call
 * themselves.
 */
export function notesIn(room: RoomRow, board: BoardRow, rows: NoteRow[]): Note[] {
	const shown = shownTo({ member: null, board }, rows);
	const ids = new Set(shown.map(({ id }) => id));
	return shown.map((row) => ({
		...plain(row),
		by: room.names && !board.hidesWriters && row.number > room.notesBefore ? row.called : null,
		links: row.links.filter(({ to }) => ids.has(to)),
		group: row.under && ids.has(row.under) ? row.under : null,
		trail: []
	}));
}
