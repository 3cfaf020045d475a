import { randomUUID } from 'node:crypto';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { addNotes, changeNote, mustStand } from '../../server/changing.ts';
import { groupedOn } from '../../server/joining.ts';
import { findNote, findNoteById } from '../../server/note.sql.ts';
import { asFits, movedOn, mustHaveRoom } from '../../server/notes.ts';
import { AddingIn, GroupingIn, MovingIn, RewordingIn, StrikingIn } from '../room.schema.ts';
import { isPlacing, takesLane } from '../step.ts';
import { inThisRoom, mustAllow, noteToChange, writingIn, type InRoom, type NoteInRoom } from './in-room.ts';
import { insertPenned, listPenned } from './participant.sql.ts';

/** A note from a phone. Sent twice, it is kept once. */
export const addInRoom = useCase('boards.addInRoom', {
	input: AddingIn,
	on: writingIn,
	may: inThisRoom,
	async run(context, { room, id = randomUUID(), text, lane, kind }, there) {
		const { board, participant } = there;
		const known = await findNoteById(context.db, board.id, id);
		if (known) return { room, note: known.number };
		if (isPlacing(board.template, there.step)) throw new Problem('not-in-this-step');
		mustAllow(there, 'add');
		const typed = { text, lane, kind, x: null, y: null, fields: {}, reviewOn: null };
		const content = asFits(board.template, typed);
		mustTake(there, content.lane);
		await mustHaveRoom(context, there, 1);
		const called = there.room.names ? participant.called : null;
		const [note] = await addNotes(context, there, [{ id, ...content, called }]);
		if (!board.hidesWriters) await insertPenned(context.db, id, participant.id);
		return { room, note: note! };
	}
});

function mustTake({ step }: InRoom, lane: string | null): void {
	if (!takesLane(step, lane)) throw new Unusable({ lane: 'not-an-option' });
}

/** One's own, as long as notes are written. */
export const rewordInRoom = useCase('boards.rewordInRoom', {
	input: RewordingIn,
	on: noteToChange,
	may: inThisRoom,
	async run(context, { room, edition, text }, there) {
		await mustBeOwn(context, there);
		await changeNote(context, there, { note: there.note, edition, what: 'reworded' }, { text });
		return { room, note: there.note.number };
	}
});

/** One's own, off the board. Who takes part in the campaign can bring it back. */
export const strikeInRoom = useCase('boards.strikeInRoom', {
	input: StrikingIn,
	on: noteToChange,
	may: inThisRoom,
	async run(context, { room, edition }, there) {
		await mustBeOwn(context, there);
		await changeNote(context, there, { note: there.note, edition, what: 'struck' }, { isStruck: true });
		return { room, note: there.note.number };
	}
});

async function mustBeOwn({ db }: Context, there: NoteInRoom): Promise<void> {
	mustAllow(there, 'add');
	mustStand(there.note);
	if (!(await listPenned(db, there.participant.id)).has(there.note.id)) throw new Problem('not-your-note');
}

export const moveInRoom = useCase('boards.moveInRoom', {
	input: MovingIn,
	on: noteToChange,
	may: inThisRoom,
	async run(context, { room, note, ...to }, there) {
		mustAllow(there, 'move');
		if (to.lane !== undefined) mustTake(there, to.lane);
		await movedOn(context, there, to);
		return { room, note };
	}
});

export const groupInRoom = useCase('boards.groupInRoom', {
	input: GroupingIn,
	on: noteToChange,
	may: inThisRoom,
	async run(context, { room, note, edition, under }, there) {
		mustAllow(there, 'group');
		if (under !== null) await mustBeShown(context, there, under);
		await groupedOn(context, there, { edition, under });
		return { room, note };
	}
});

/** What the room does not show is not there to be put under. */
async function mustBeShown({ db }: Context, { board }: NoteInRoom, number: number): Promise<void> {
	const head = await findNote(db, board.id, number);
	const hidden = board.template.kinds.find(({ key }) => key === head?.kind)?.isAboutSomebody;
	if (!head || hidden) throw new Unusable({ under: 'not-an-option' });
}
