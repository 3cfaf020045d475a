import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import type { Context } from '#server/use-case';
import type { BoardRow } from '../../server/board.sql.ts';
import { findNote, type NoteRow } from '../../server/note.sql.ts';
import { shownTo } from '../../server/views.ts';
import type { Deed } from '../../template.ts';
import { allows, stepOf, type NowStep } from '../step.ts';
import { findParticipant, type ParticipantRow } from './participant.sql.ts';
import { findBoardOf, findRoom, findRoomToWrite, type RoomRow } from './room.sql.ts';

/** Somebody in a room: they take part in no campaign, and see the board as far as the room shows it. */
export type InRoom = {
	room: RoomRow;
	board: BoardRow;
	participant: ParticipantRow;
	step: NowStep;
	member: null;
};
export type NoteInRoom = InRoom & { note: NoteRow };

type Find = typeof findRoom;

export const inRoom = (context: Context, { room }: { room: string }) => within(context, room, findRoom);

/** For who writes: while they do, the room neither closes nor goes on. */
export const writingIn = (context: Context, { room }: { room: string }) =>
	within(context, room, findRoomToWrite);

export async function noteIn(context: Context, { room, note }: { room: string; note: number }) {
	return withNote(context, await inRoom(context, { room }), note);
}

export async function noteToChange(context: Context, { room, note }: { room: string; note: number }) {
	return withNote(context, await writingIn(context, { room }), note);
}

async function within({ db, actor }: Context, id: string, find: Find): Promise<InRoom | undefined> {
	if (actor.kind !== 'participant' || actor.room !== id) return undefined;
	const room = await find(db, id);
	const board = room && (await findBoardOf(db, room));
	const participant = await findParticipant(db, actor.id);
	if (!room || !board || participant?.room !== room.id) return undefined;
	return { room, board, participant, step: stepOf(board.template, room.step), member: null };
}

async function withNote(
	{ db }: Context,
	there: InRoom | undefined,
	number: number
): Promise<NoteInRoom | undefined> {
	const note = there && (await findNote(db, there.board.id, number));
	return note && shownTo(there, [note]).length ? { ...there, note } : undefined;
}

/** Whoever came into the room by its code, while it is open. */
export function inThisRoom(actor: Actor, { participant }: Pick<InRoom, 'participant'>): boolean {
	return actor.kind === 'participant' && actor.id === participant.id;
}

/** @throws Problem what is not done in this step; whoever wrote gets their words back */
export function mustAllow({ step }: Pick<InRoom, 'step'>, deed: Deed): void {
	if (!allows(step, deed)) throw new Problem('not-in-this-step');
}
