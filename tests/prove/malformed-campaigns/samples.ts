import sharp from 'sharp';
import { canonical, hashOf, sumsOf } from '../../../src/areas/boards/leaving/canonical.ts';
import { at, board, boardFile, head } from '../../campaign-file.ts';
import type { Chance } from '../chance.ts';

/** A campaign as its files say it: what stands first, its boards by number, and the photos of the first. */
export type Told = { head: typeof head; boards: (typeof boardFile)[]; photos: Buffer[] };
/** Text, or the bytes of a photo. */
export type Files = Map<string, string | Buffer>;

/** As a Placard makes it: nothing but the picture. */
export const picture = (of: { width?: number; height?: number; background?: string } = {}) =>
	sharp({ create: { width: 60, height: 40, channels: 3, background: '#d9b44a', ...of } });
const photos = await Promise.all(
	['#d9b44a', '#1d3fbb', '#333'].map((background) => picture({ background }).jpeg().toBuffer())
);

export const photoName = (number: number) => `boards/1/photos/${number}.jpg`;
export const boardName = (number: number) => `boards/${number}/board.json`;

/** A campaign of two boards that nobody has yet. */
export function told(chance: Chance): Told {
	const boards = [1, 2].map((number) => ({ ...structuredClone(boardFile), board: boardOf(chance, number) }));
	const mine = structuredClone(head);
	mine.boards = [1, 2];
	mine.campaign.address = `damp-watch-${lettersOf(chance, 12)}`;
	const shown = [chance.one(photos), chance.one(photos)].slice(0, chance.below(3));
	boards[0]!.board.photos = shown.map((bytes, index) => saidOf(bytes, index + 1));
	return { head: mine, boards, photos: shown };
}

export function saidOf(bytes: Buffer, number: number): (typeof board.photos)[number] {
	return { number, at, by: 'p1', sha256: hashOf(bytes), size: bytes.length, keptAt: at, keptBy: null };
}

function boardOf(chance: Chance, number: number): typeof board {
	const ids = new Map(board.notes.map(({ id }) => [id, uuid(chance)]));
	const text = JSON.stringify({ ...board, number }).replaceAll(/[0-9a-f-]{36}/g, (id) => ids.get(id) ?? id);
	return JSON.parse(text) as typeof board;
}

export function uuid(chance: Chance): string {
	const hex = (count: number) => Array.from({ length: count }, () => chance.below(16).toString(16)).join('');
	return `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
}

function lettersOf(chance: Chance, count: number): string {
	return Array.from({ length: count }, () => chance.one([...'bcdfghjkmnpqrstvwxyz'])).join('');
}

/** Its files, with the hashes that fit. */
export function filesOf({ head, boards, photos }: Told): Files {
	return summed(
		new Map<string, string | Buffer>([
			['campaign.json', canonical(head)],
			...boards.map((one, index): [string, string] => [boardName(index + 1), canonical(one)]),
			...photos.map((bytes, index): [string, Buffer] => [photoName(index + 1), bytes])
		])
	);
}

/** The same files, with hashes that fit whatever stands in them now. */
export function summed(files: Files): Files {
	const others = [...files].filter(([name]) => name !== 'SHA256SUMS');
	const texts = others.filter((one): one is [string, string] => typeof one[1] === 'string');
	const bytes = others.filter((one): one is [string, Buffer] => typeof one[1] !== 'string');
	const known = bytes.map(([name, content]) => ({ name, sha256: hashOf(content) }));
	return new Map<string, string | Buffer>([...others, ['SHA256SUMS', sumsOf(new Map(texts), known)]]);
}

/** The same files, and one that says something else. */
export function put(files: Files, name: string, content: string | Buffer): Files {
	return new Map(files).set(name, content);
}

/** The text of one of them. */
export function textIn(files: Files, name: string): string {
	return String(files.get(name));
}
