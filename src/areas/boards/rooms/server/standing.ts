import { Problem, Unusable } from '#shared/problem';
import { useCase } from '#server/use-case';
import { tell } from '#server/live';
import { topicOf } from '../../server/board.sql.ts';
import { mustStand } from '../../server/changing.ts';
import { Dotting, PlacingIn } from '../room.schema.ts';
import { isPlacing } from '../step.ts';
import { inThisRoom, mustAllow, noteToChange, writingIn } from './in-room.ts';
import { holdParticipant, listDots, putDots, putPlacing } from './participant.sql.ts';

/** Where one stands, and why: for nobody else's eyes until all are shown. Until then it can be changed. */
export const placeInRoom = useCase('boards.placeInRoom', {
	input: PlacingIn,
	on: writingIn,
	may: inThisRoom,
	async run({ db }, { room, text, x, y }, { board, step, participant }) {
		if (!isPlacing(board.template, step)) throw new Problem('not-in-this-step');
		const { axes } = board.template;
		if (axes?.y && y === null) throw new Unusable({ y: 'missing' });
		await putPlacing(db, participant.id, { text, x, y: axes?.y ? y : null });
		await tell(db, topicOf(board.id));
		return { room };
	}
});

/** A dot more for a note, or one less: as many as the room has for each, on one note or on several. */
export const dotInRoom = useCase('boards.dotInRoom', {
	input: Dotting,
	on: noteToChange,
	may: inThisRoom,
	async run({ db }, { room, note: number, dots }, there) {
		const { note, participant, board } = there;
		mustAllow(there, 'vote');
		mustStand(note);
		await holdParticipant(db, participant.id);
		const given = await listDots(db, participant.id);
		const own = (given.get(note.id) ?? 0) + (dots === 'more' ? 1 : -1);
		const all = given.values().reduce((sum, one) => sum + one, 0) + (dots === 'more' ? 1 : -1);
		if (all > there.room.dots) throw new Problem('no-dots-left', { most: there.room.dots });
		if (own >= 0) await putDots(db, participant.id, note.id, own);
		await tell(db, topicOf(board.id));
		return { room, note: number };
	}
});
