import { randomUUID } from 'node:crypto';
import { useCase } from '#server/use-case';
import type { ShareLevel } from '#areas/campaigns';
import { ByBoard } from '../../board.schema.ts';
import { boardWriter, seen } from '../../server/seen.ts';
import type { Note } from '../../note.ts';
import type { Template } from '../../template.ts';
import { stepOf, takesLane } from '../step.ts';
import { ByRoom, ByRoomNote } from '../room.schema.ts';
import { notesIn, roomView, type RoomView } from './views.ts';
import { inRoom, inThisRoom, noteIn } from './in-room.ts';
import { findPlacing, listDots, listPenned, type Placing } from './participant.sql.ts';
import { findOpenRoom } from './room.sql.ts';
import { listNoteRows } from '../../server/note.sql.ts';

/** The room on a phone: what all see, and what is one's own. */
export type OwnRoom = RoomView & {
	room: string;
	called: string | null;
	placing: Placing | null;
	/** By the id of a note. */
	ownDots: Record<string, number>;
	/** The id of the note that is written next on this page: sent twice, it is one. */
	nextNote: string;
};

export const showRoom = useCase('boards.showRoom', {
	input: ByRoom,
	on: inRoom,
	may: inThisRoom,
	async run(context, _, there): Promise<OwnRoom> {
		const { room, participant } = there;
		return {
			...(await roomView(context, there)),
			room: room.id,
			nextNote: randomUUID(),
			called: participant.called,
			placing: (await findPlacing(context.db, participant.id)) ?? null,
			ownDots: Object.fromEntries(await listDots(context.db, participant.id))
		};
	}
});

export type NoteInRoomView = {
	room: string;
	name: string;
	template: Template;
	note: Note;
	edition: number;
	isOwn: boolean;
	isStruck: boolean;
	may: { reword: boolean; move: boolean; group: boolean };
	/** The keys of lanes to which it may go now. */
	lanes: string[];
	/** Others under which it could stand. */
	others: Note[];
};

export const showNoteInRoom = useCase('boards.showNoteInRoom', {
	input: ByRoomNote,
	on: noteIn,
	may: inThisRoom,
	async run({ db }, _, there): Promise<NoteInRoomView> {
		const { room, board, note, participant } = there;
		const step = stepOf(board.template, room.step);
		const isOwn = (await listPenned(db, participant.id)).has(note.id);
		const all = notesIn(room, board, await listNoteRows(db, board.id));
		return {
			room: room.id,
			name: board.name,
			template: board.template,
			note: all.find(({ id }) => id === note.id) ?? notesIn(room, board, [note])[0]!,
			edition: note.edition,
			isOwn,
			isStruck: note.isStruck,
			may: {
				reword: isOwn && step.may.includes('add'),
				move: step.may.includes('move'),
				group: step.may.includes('group')
			},
			lanes: board.template.lanes.map(({ key }) => key).filter((key) => takesLane(step, key)),
			others: all.filter(({ id, group }) => id !== note.id && group === null)
		};
	}
});

/** The room as whoever leads it has it before them. */
export type LedRoom = {
	slug: string;
	campaign: string;
	board: number;
	name: string;
	template: Template;
	share: ShareLevel;
	isCoordinator: boolean;
	/** What is on the board already, and how much of it a room does not show. */
	count: number;
	hidden: number;
	hidesWriters: boolean;
	isHiddenMembership: boolean;
	room: (RoomView & { code: string; isLocked: boolean }) | null;
};

export const showLedRoom = useCase('boards.showLedRoom', {
	input: ByBoard,
	on: seen,
	may: boardWriter,
	async run(context, _, { board, campaign, member, level }): Promise<LedRoom> {
		const room = await findOpenRoom(context.db, board.id);
		const rows = await listNoteRows(context.db, board.id);
		const named = new Set(
			board.template.kinds.filter(({ isAboutSomebody }) => isAboutSomebody).map(({ key }) => key)
		);
		return {
			slug: campaign.slug,
			campaign: campaign.name,
			board: board.number,
			name: board.name,
			template: board.template,
			share: level,
			isCoordinator: member?.part === 'coordinator',
			count: rows.length,
			hidden: rows.filter(({ kind }) => named.has(kind)).length,
			hidesWriters: board.hidesWriters,
			isHiddenMembership: campaign.care === 'extreme',
			room: room
				? { ...(await roomView(context, { room, board })), code: room.code!, isLocked: room.isLocked }
				: null
		};
	}
});
