import {
	addInRoom,
	joinRoom,
	openRoom,
	recogniseParticipant,
	showLedRoom,
	showRoom
} from '#areas/boards/server';
import { visitor, type Actor } from '#shared/actor';
import { aBoard } from './campaign-boards.ts';
import { someDay, type World } from './small-world.ts';

/** A board with an open room, its code, and who leads it. */
export async function aRoom(
	world: World,
	given: { template?: string; care?: 'usual' | 'extreme'; dots?: string } = {},
	now = someDay
) {
	const at = await aBoard(world, given);
	const { slug, board, asha } = at;
	await openRoom.within(world.as(asha, now), { slug, board, dots: given.dots ?? '3' });
	return { ...at, code: await codeOf(world, at) };
}

export async function codeOf(
	world: World,
	{ slug, board, asha }: { slug: string; board: number; asha: Actor }
) {
	return (await showLedRoom.within(world.as(asha), { slug, board })).room!.code;
}

/** Somebody comes in by the code, with a name or none. */
export async function comesIn(world: World, code: string, called = '', now = someDay) {
	const { room, token } = await joinRoom.within(world.as(visitor, now), { code, called });
	const actor = await recogniseParticipant.within(world.as(visitor, now), { room, token });
	return { room, token, actor: actor! };
}

type Phone = Awaited<ReturnType<typeof comesIn>>;

export const says = (world: World, { room, actor }: Phone, text: string, more: object = {}) =>
	addInRoom.within(world.as(actor), { room, text, ...more });

export const sees = (world: World, { room, actor }: Phone) => showRoom.within(world.as(actor), { room });
