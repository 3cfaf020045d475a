import { mayRead, narrower, type ShareLevel } from '#areas/campaigns';
import { stand, type Standing } from '#areas/campaigns/server';
import type { Reader } from '#areas/campaigns';
import type { Actor } from '#shared/actor';
import type { Context } from '#server/use-case';
import { findBoard, type BoardRow } from './board.sql.ts';
import { findNote, type NoteRow } from './note.sql.ts';

/** A board, and who looks at it. */
export type Seen = Standing & { board: BoardRow; level: ShareLevel };

type Address = { slug: string; board: number; as?: Reader | undefined };

/** For use cases that begin from an address: `on: seen`. One put away is there for who takes part, and for nobody else. */
export async function seen(
	context: Context,
	{ slug, board: number, as }: Address
): Promise<Seen | undefined> {
	const standing = await stand.within(context, { slug, as });
	const board = await findBoard(context.db, standing.campaign.id, number);
	if (!board) return undefined;
	const level = narrower(board.share, standing.campaign.share);
	const isThere = mayRead(standing.reader, board.putAwayAt ? 'private' : level);
	return isThere ? { ...standing, board, level } : undefined;
}

/** A note on a board that somebody works on. */
export type SeenNote = Seen & { note: NoteRow };

export async function seenNote(
	context: Context,
	{ note: number, ...address }: Address & { note: number }
): Promise<SeenNote | undefined> {
	const there = await seen(context, address);
	const note = there && (await findNote(context.db, there.board.id, number));
	return note && { ...there, note };
}

/** Whoever may read the board at its share level; what they are shown of it is the view's. */
export function boardReader(_: Actor, { board }: Pick<Seen, 'board'>): boolean {
	return board !== undefined;
}

/** Whoever takes part in its campaign, guests too, as long as it is not put away. */
export function boardWriter(_: Actor, { member, board }: Pick<Seen, 'member' | 'board'>): boolean {
	return member !== null && board.putAwayAt === null;
}

/** Whoever takes part in its campaign, also once it is put away. */
export function boardMember(_: Actor, { member }: Pick<Seen, 'member'>): boolean {
	return member !== null;
}

/** Whoever takes part and is no guest: decides what the board is called, and who sees it. */
export function boardKeeper(_: Actor, { member }: Pick<Seen, 'member'>): boolean {
	return member !== null && member.part !== 'guest';
}
