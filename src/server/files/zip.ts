import { createInflateRaw } from 'node:zlib';
import { Problem } from '#shared/problem';
import { readPart, type Bytes } from './read-part.ts';

/**
 * A careful look into a zip file, after APPNOTE.TXT 6.3: what its directory says (§4.3.12, §4.3.16), within bounds, and
 * whether that is the whole of the file. Whatever an office program would not have written is damaged or refused.
 */
export type Entry = {
	name: string;
	method: number;
	packed: number;
	unpacked: number;
	at: number;
	flags: number;
};

const limits = { entries: 5000, directory: 4 << 20, unpacked: 200 << 20, free: 10 << 20, ratio: 200 };
const endSize = 22;

export async function readDirectory(file: Bytes, size: number): Promise<Entry[]> {
	const { count, length, start } = await readEnd(file, size);
	if (count > limits.entries || length > limits.directory) throw new Problem('file-unpacks-too-large');
	const directory = await readPart(file, start, length);
	const entries = parseDirectory(directory, count);
	mustNotOverlap(entries, start);
	mustUnpackSmall(entries);
	return entries;
}

/** The end record is the end of the file, comment and all, and the directory lies right before it: nothing is hidden between. */
async function readEnd(file: Bytes, size: number): Promise<{ count: number; length: number; start: number }> {
	const tail = await readPart(file, Math.max(0, size - endSize - 0xffff), Math.min(size, endSize + 0xffff));
	for (let at = tail.length - endSize; at >= 0; at--) {
		if (tail.readUInt32LE(at) !== 0x06054b50) continue;
		const ends = at + endSize + tail.readUInt16LE(at + 20) === tail.length;
		const count = tail.readUInt16LE(at + 10);
		const length = tail.readUInt32LE(at + 12);
		const start = tail.readUInt32LE(at + 16);
		if (ends && start + length === size - tail.length + at && count !== 0xffff)
			return { count, length, start };
	}
	throw new Problem('file-damaged');
}

function parseDirectory(directory: Buffer, count: number): Entry[] {
	const entries: Entry[] = [];
	let at = 0;
	while (entries.length < count) {
		if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50)
			throw new Problem('file-damaged');
		const [nameLength, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field)) as [
			number, number, number
		]; // prettier-ignore
		entries.push({
			name: directory.toString('utf8', at + 46, at + 46 + nameLength),
			flags: directory.readUInt16LE(at + 8),
			method: directory.readUInt16LE(at + 10),
			packed: directory.readUInt32LE(at + 20),
			unpacked: directory.readUInt32LE(at + 24),
			at: directory.readUInt32LE(at + 42)
		});
		at += 46 + nameLength + extra + comment;
	}
	if (at !== directory.length) throw new Problem('file-damaged');
	return entries;
}

/** Bombs let many entries share the same bytes (Fifield 2019). */
function mustNotOverlap(entries: Entry[], directoryStart: number): void {
	const byPlace = [...entries].sort((a, b) => a.at - b.at);
	for (const [index, entry] of byPlace.entries()) {
		const next = byPlace[index + 1]?.at ?? directoryStart;
		if (entry.at + 30 + entry.packed > next) throw new Problem('file-damaged');
	}
	if (byPlace[0]?.at !== 0) throw new Problem('file-damaged');
}

function mustUnpackSmall(entries: Entry[]): void {
	const sum = (of: 'packed' | 'unpacked') => entries.reduce((bytes, entry) => bytes + entry[of], 0);
	const unpacked = sum('unpacked');
	const dense = unpacked > limits.free && unpacked > limits.ratio * sum('packed');
	if (unpacked > limits.unpacked || dense) throw new Problem('file-unpacks-too-large');
}

/** Unpacks an entry, and stops at its first byte too many: what the directory says must be true. */
export async function unpack(file: Bytes, entry: Entry, keep: boolean): Promise<Buffer> {
	const from = await startOfData(file, entry);
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of await unpacked(file, entry, from)) {
		size += piece.length;
		if (size > entry.unpacked) throw new Problem('file-unpacks-too-large');
		if (keep) pieces.push(piece);
	}
	if (size !== entry.unpacked) throw new Problem('file-damaged');
	return Buffer.concat(pieces);
}

async function startOfData(file: Bytes, { at, flags, method }: Entry): Promise<number> {
	const header = await readPart(file, at, 30);
	if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw new Problem('file-damaged');
	if (flags & 1) throw new Problem('file-locked');
	if (method !== 0 && method !== 8) throw new Problem('file-damaged');
	return at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
}

async function unpacked(
	file: Bytes,
	{ method, packed }: Entry,
	from: number
): Promise<AsyncIterable<Buffer>> {
	const raw = pieces(file, from, packed);
	if (method === 0) return raw;
	return inflated(raw);
}

async function* pieces(file: Bytes, from: number, length: number): AsyncIterable<Buffer> {
	const step = 64 * 1024;
	for (let done = 0; done < length; done += step) {
		const piece = await readPart(file, from + done, Math.min(step, length - done));
		if (piece.length === 0) throw new Problem('file-damaged');
		yield piece;
	}
}

async function* inflated(raw: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
	const inflate = createInflateRaw();
	void feed(raw, inflate);
	try {
		for await (const piece of inflate) yield piece as Buffer;
	} catch (error) {
		throw error instanceof Problem ? error : new Problem('file-damaged');
	} finally {
		inflate.destroy();
	}
}

/** Writes as fast as is read; a fault of the file becomes a fault of the stream. */
async function feed(raw: AsyncIterable<Buffer>, inflate: ReturnType<typeof createInflateRaw>): Promise<void> {
	try {
		for await (const piece of raw) {
			if (inflate.destroyed) return;
			if (!inflate.write(piece))
				await new Promise<void>((resume) => inflate.once('drain', resume).once('close', resume));
		}
		inflate.end();
	} catch (error) {
		inflate.destroy(error as Error);
	}
}
