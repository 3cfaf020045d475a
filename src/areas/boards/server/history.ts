import { shareLevels } from '#areas/campaigns';
import { nameWriters } from '#areas/campaigns/server';
import { Problem } from '#shared/problem';
import { useCase } from '#server/use-case';
import { ByBoard, ByNote, Since } from '../board.schema.ts';
import type { Note, What } from '../note.ts';
import { listBoardRows, listMoments, type MomentRow } from './board.sql.ts';
import { changeNote } from './changing.ts';
import { findNoteById, listNoteRows, listStruck, type NoteRow } from './note.sql.ts';
import { findWhoPenned } from '../rooms/server/participant.sql.ts';
import { findOpenRoom } from '../rooms/server/room.sql.ts';
import { boardMember, boardWriter, seen, seenNote } from './seen.ts';
import { findBefore, findLastChange, listAsOf, listStates } from './state.sql.ts';
import { boardView, notesFor, type BoardView } from './views.ts';

/** Back to what it was before one's own last change: of a note that nobody else has changed since. */
export const undo = useCase('boards.undo', {
	input: ByBoard,
	on: seen,
	may: boardWriter,
	async run(context, { slug }, there) {
		const { board, member } = there;
		const last = board.hidesWriters ? undefined : await findLastChange(context.db, board.id, member!.person);
		const note = last && (await findNoteById(context.db, board.id, last.note));
		if (!last || !note) throw new Problem('nothing-to-undo');
		const before = await findBefore(context.db, note.id, last.change);
		await changeNote(
			context,
			there,
			{ note, edition: note.edition, what: 'undone' },
			before ?? { isStruck: true }
		);
		return { slug, board: board.number, note: note.number };
	}
});

export type Was = { at: Date; by: string | null; what: What; text: string; lane: string | null };
export type NotePage = BoardView & {
	note: Note;
	edition: number;
	isStruck: boolean;
	history: Was[];
	/** Whoever wrote it is in a live room now, nobody knows who, and can be put out of it. */
	isFromRoom: boolean;
	/** To which it can be copied. */
	otherBoards: { number: number; name: string }[];
};

/** One note with all that it was, for who takes part. */
export const showNote = useCase('boards.showNote', {
	input: ByNote,
	on: seenNote,
	may: boardMember,
	async run(context, { slug }, there): Promise<NotePage> {
		const { note: row, board } = there;
		const view = await boardView(context, there);
		const note = view.notes.find(({ id }) => id === row.id) ?? (await notesFor(context, there, [row]))[0]!;
		const states = await listStates(context.db, row.id);
		const persons = [...new Set(states.flatMap(({ by }) => (by ? [by] : [])))];
		const names = await nameWriters.within(context, { slug, persons });
		const history = states.map(({ at, by, what, content: { text, lane } }) => ({
			at,
			by: board.hidesWriters ? null : (names.get(by ?? '') ?? null),
			what,
			text,
			lane
		}));
		const boards = await listBoardRows(context.db, there.campaign.id, shareLevels);
		const otherBoards = boards
			.filter(({ id, putAwayAt }) => id !== board.id && !putAwayAt)
			.map(({ number, name }) => ({ number, name }));
		const room = await findOpenRoom(context.db, board.id);
		const isFromRoom = room !== undefined && (await findWhoPenned(context.db, room.id, row.id)) !== undefined;
		const { edition, isStruck } = row;
		return { ...view, note, edition, isStruck, history, isFromRoom, otherBoards };
	}
});

export type Changes = BoardView & {
	moments: MomentRow[];
	/** What it is compared with; null: there is no such moment. */
	since: MomentRow | null;
	before: Note[];
	struck: Note[];
};

/** What has changed since a moment, the last one where none is said; and what was taken off. */
export const showChanges = useCase('boards.showChanges', {
	input: Since,
	on: seen,
	may: boardMember,
	async run(context, { since }, there): Promise<Changes> {
		const { board } = there;
		const view = await boardView(context, there);
		const moments = await listMoments(context.db, board.id);
		const moment = moments.find(({ id }) => id === since) ?? (since ? null : (moments[0] ?? null));
		const struck = await notesFor(context, there, await listStruck(context.db, board.id));
		if (!moment) return { ...view, moments, since: null, before: [], struck };
		const now = [...(await listNoteRows(context.db, board.id)), ...(await listStruck(context.db, board.id))];
		const known = new Map(now.map((row) => [row.id, row]));
		const then = (await listAsOf(context.db, board.id, moment.change)).flatMap(
			({ note, content }): NoteRow[] => {
				const row = known.get(note);
				return row ? [{ ...row, ...content }] : [];
			}
		);
		return { ...view, moments, since: moment, before: await notesFor(context, there, then), struck };
	}
});
