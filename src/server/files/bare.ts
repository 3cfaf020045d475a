import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { Problem } from '#shared/problem';
import type { Box } from './image.ts';

const [start, end, scan, header] = [0xd8, 0xd9, 0xda, 0xe0];
/** Tables, the frame, how often the scan begins anew: what a picture needs to be drawn (ITU T.81 B.2). */
const needed = new Set([0xdb, 0xc0, 0xc2, 0xc4, 0xdd]);
const plainHeader = 16;

/**
 * A JPEG that comes from another Placard stays byte for byte what it was, so that it is known again by its hash. Only
 * if it is a picture and nothing else, as we make them: no word of a camera, nothing after its end, no larger than `fit`.
 */
export async function mustBeBare(place: string, fit: Box): Promise<void> {
	if (!isBare(await readFile(place))) throw new Problem('file-damaged');
	const picture = sharp(place, { failOn: 'warning' });
	const { width, height } = await picture.metadata().catch(refuse);
	if (width > fit.width || height > fit.height) throw new Problem('file-too-many-points');
	await picture.timeout({ seconds: 20 }).stats().catch(refuse);
}

function refuse(): never {
	throw new Problem('file-damaged');
}

/** Every part of it is one that a picture needs, and its end is the end of the file. */
export function isBare(bytes: Buffer): boolean {
	if (bytes.length < 4 || bytes.readUInt16BE(0) !== (0xff00 | start)) return false;
	for (let at = 2; at + 2 <= bytes.length;) {
		if (bytes[at] !== 0xff) return false;
		const mark = bytes[at + 1]!;
		if (mark === end) return at + 2 === bytes.length;
		if (at + 4 > bytes.length) return false;
		const length = bytes.readUInt16BE(at + 2);
		if (mark === header ? length !== plainHeader : mark !== scan && !needed.has(mark)) return false;
		at += 2 + length;
		if (mark === scan) at = afterScan(bytes, at);
	}
	return false;
}

/** What is drawn goes on to the next mark that is neither a zero nor a new beginning. */
function afterScan(bytes: Buffer, from: number): number {
	for (let at = from; at + 1 < bytes.length; at++) {
		const next = bytes[at + 1]!;
		if (bytes[at] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at;
	}
	return bytes.length;
}
