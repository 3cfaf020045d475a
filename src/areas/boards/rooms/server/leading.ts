import { randomUUID } from 'node:crypto';
import { useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ByBoard } from '../../board.schema.ts';
import { addNotes } from '../../server/changing.ts';
import { boardWriter, seen, type Seen } from '../../server/seen.ts';
import { newRoomCode } from '../code.ts';
import { Extending, Going, Opening } from '../room.schema.ts';
import { allows, isPlacing, stepOf } from '../step.ts';
import { foldDots, takePlacings } from './participant.sql.ts';
import { holdRoom, insertRoom, updateClosed, updateStep, type RoomRow } from './room.sql.ts';
import type { BoardRow } from '../../server/board.sql.ts';

const minute = 60_000;

type Address = { slug: string; board: number };
const addressOf = ({ campaign, board }: Pick<Seen, 'campaign' | 'board'>): Address => ({
	slug: campaign.slug,
	board: board.number
});

/** When the time of a step is up; null where it has none. */
export function endOf({ template }: Pick<BoardRow, 'template'>, step: number, now: Date): Date | null {
	const { minutes } = stepOf(template, step);
	return minutes ? new Date(now.getTime() + minutes * minute) : null;
}

/** Lets people in by a code. Opened twice at once, it is one room. */
export const openRoom = useCase('boards.openRoom', {
	input: Opening,
	on: seen,
	may: boardWriter,
	async run(context, { dots }, there) {
		const { board, campaign, member } = there;
		const isNew = await insertRoom(context.db, {
			board: board.id,
			code: newRoomCode(),
			names: !board.hidesWriters && campaign.care !== 'extreme',
			dots,
			notesBefore: board.notes,
			stepEndsAt: endOf(board, 0, context.now),
			openedAt: context.now,
			openedBy: member!.person
		});
		if (isNew) await context.record('room.opened', { board: board.id, campaign: campaign.id });
		return addressOf(there);
	}
});

/** On to a step, or back. What was placed for oneself is shown, and dots are counted, as their step is left. */
export const goToStep = useCase('boards.goToStep', {
	input: Going,
	on: seen,
	may: boardWriter,
	async run(context, { from, to }, there) {
		const { board } = there;
		const room = await mustBeOpen(context, board);
		const last = Math.max(0, board.template.steps.length - 1);
		if (room.step !== from || to > last) return addressOf(there);
		await finishStep(context, board, room);
		await updateStep(context.db, room, { step: to, stepEndsAt: endOf(board, to, context.now) });
		return addressOf(there);
	}
});

/** A few minutes more, from now where the time is up. */
export const extendStep = useCase('boards.extendStep', {
	input: Extending,
	on: seen,
	may: boardWriter,
	async run(context, { minutes }, there) {
		const room = await mustBeOpen(context, there.board);
		const from = Math.max(room.stepEndsAt?.getTime() ?? 0, context.now.getTime());
		await updateStep(context.db, room, { ...room, stepEndsAt: new Date(from + minutes * minute) });
		return addressOf(there);
	}
});

/** The workshop is over: its code opens nothing any more, all that was written stays on the board, from where it may feed the canvas. */
export const closeRoom = useCase('boards.closeRoom', {
	input: ByBoard,
	on: seen,
	may: boardWriter,
	async run(context, _, there) {
		const { board, campaign } = there;
		const room = await holdRoom(context.db, board.id);
		if (room) {
			await closed(context, board, room);
			await context.record('room.closed', { board: board.id, campaign: campaign.id });
		}
		return { ...addressOf(there), isCanvas: board.template.key === 'canvas' };
	}
});

export async function closed(
	context: Context,
	board: Pick<BoardRow, 'id' | 'template' | 'hidesWriters'>,
	room: RoomRow
): Promise<void> {
	await finishStep(context, board, room);
	await updateClosed(context.db, room, context.now);
}

export async function mustBeOpen({ db }: Context, { id }: Pick<BoardRow, 'id'>): Promise<RoomRow> {
	const room = await holdRoom(db, id);
	if (!room) throw new Problem('room-closed');
	return room;
}

/** Nothing that anybody wrote is lost with a step: where they stand becomes notes, dots become sums. */
async function finishStep(
	context: Context,
	board: Pick<BoardRow, 'id' | 'template' | 'hidesWriters'>,
	room: RoomRow
): Promise<void> {
	const step = stepOf(board.template, room.step);
	if (allows(step, 'vote')) await foldDots(context.db, room.id);
	if (!isPlacing(board.template, step)) return;
	const placings = await takePlacings(context.db, room.id);
	const { lanes, kinds } = board.template;
	const kind = kinds.find(({ isAboutSomebody }) => !isAboutSomebody) ?? kinds[0]!;
	const notes = placings.map(({ text, x, y, called }) => ({
		id: randomUUID(),
		kind: kind.key,
		lane: lanes[0]?.key ?? null,
		text,
		x,
		y,
		called: room.names ? called : null
	}));
	if (notes.length) await addNotes(context, { board: board as BoardRow, member: null }, notes);
}
