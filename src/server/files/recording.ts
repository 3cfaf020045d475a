import { open, type FileHandle } from 'node:fs/promises';
import { Problem } from '#shared/problem';
import { readPart } from './read-part.ts';

/**
 * Recordings of telephones (ISO/IEC 14496-12: MP4, M4A, MOV, 3GP) are boxes in boxes. We look whether all of them are
 * there, and empty those in which the telephone writes where it was and whose it is: the place keeps its length and
 * becomes free space, so nothing else moves.
 */
type Box = { type: string; at: number; content: number; end: number };

const telling = new Set(['udta', 'meta', 'uuid']);
const most = 10_000;

export async function checkRecording(place: string, size: number): Promise<void> {
	const file = await open(place, 'r+');
	try {
		const boxes = await boxesIn(file, 0, size);
		const has = (type: string) => boxes.some((box) => box.type === type);
		if (!has('moov') || !(has('mdat') || has('moof'))) throw new Problem('file-damaged');
		await forgetIn(file, boxes, 0);
	} finally {
		await file.close();
	}
}

/** Boxes side by side fill their place to the last byte. */
async function boxesIn(file: FileHandle, from: number, to: number): Promise<Box[]> {
	const boxes: Box[] = [];
	for (let at = from; at < to; at = boxes.at(-1)!.end) {
		boxes.push(await boxAt(file, at, to));
		if (boxes.length > most) throw new Problem('file-damaged');
	}
	return boxes;
}

/** 32 bits of size, 64 when they say 1, and "to the end" when they say 0 (§4.2). */
async function boxAt(file: FileHandle, at: number, to: number): Promise<Box> {
	const header = await readPart(file, at, Math.min(16, to - at));
	if (header.length < 8) throw new Problem('file-damaged');
	const short = header.readUInt32BE(0);
	if (short === 1 && header.length < 16) throw new Problem('file-damaged');
	const length = short === 1 ? Number(header.readBigUInt64BE(8)) : short || to - at;
	const content = at + (short === 1 ? 16 : 8);
	if (at + length < content || at + length > to) throw new Problem('file-damaged');
	return { type: header.toString('latin1', 4, 8), at, content, end: at + length };
}

/** The film has such boxes, and so has each of its tracks. */
async function forgetIn(file: FileHandle, boxes: Box[], depth: number): Promise<void> {
	for (const box of boxes) {
		if (telling.has(box.type)) await empty(file, box);
		else if ((box.type === 'moov' || box.type === 'trak') && depth < 2)
			await forgetIn(file, await boxesIn(file, box.content, box.end), depth + 1);
	}
}

async function empty(file: FileHandle, { at, content, end }: Box): Promise<void> {
	await file.write('free', at + 4, 'latin1');
	const zeros = Buffer.alloc(Math.min(end - content, 1 << 16));
	for (let from = content; from < end; from += zeros.length)
		await file.write(zeros, 0, Math.min(zeros.length, end - from), from);
}
