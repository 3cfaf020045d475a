import { addNote, makeBoard, showBoard } from '#areas/boards/server';
import type { Actor } from '#shared/actor';
import { aCampaign } from './campaign-world.ts';
import { someDay, type World } from './small-world.ts';

/** A campaign with one board, and who coordinates it. */
export async function aBoard(
	world: World,
	{ template = 'canvas', care = 'usual' }: { template?: string; care?: 'usual' | 'extreme' } = {}
) {
	const { slug, asha } = await aCampaign(world, { care });
	const { board } = await makeBoard.within(world.as(asha), { slug, template, name: 'Our board' });
	return { slug, board, asha };
}

type Writing = { slug: string; board: number; by: Actor; text: string };

/** Writes a note; its number. */
export async function writes(
	world: World,
	{ slug, board, by, text, ...more }: Writing & Record<string, unknown>,
	now = someDay
): Promise<number> {
	return (await addNote.within(world.as(by, now), { slug, board, text, ...more })).note;
}

export async function notesOn(world: World, { slug, board, by }: Omit<Writing, 'text'>) {
	return (await showBoard.within(world.as(by), { slug, board })).notes;
}
