import { crc32, deflateRawSync } from 'node:zlib';

/** A zip file (APPNOTE.TXT 6.3) of a few texts, all of one date: the same texts give the same bytes. */
export function zipOf(entries: Iterable<readonly [name: string, text: string]>): Buffer {
	return Buffer.concat([...zipPieces(entries)]);
}

/** The same, an entry at a time, each made when it is asked for. */
export function* zipPieces(entries: Iterable<readonly [name: string, text: string]>): Generator<Buffer> {
	const directory: Buffer[] = [];
	let at = 0;
	let count = 0;
	for (const [name, text] of entries) {
		const facts = factsOf(name, text);
		const local = Buffer.concat([header(0x04034b50, 30, facts, 4), facts.name, facts.packed]);
		directory.push(centralHeader(facts, at), facts.name);
		at += local.length;
		count++;
		yield local;
	}
	const list = Buffer.concat(directory);
	yield list;
	yield endOf(count, list.length, at);
}
type Facts = { name: Buffer; packed: Buffer; size: number; crc: number };

function factsOf(name: string, text: string): Facts {
	const bytes = Buffer.from(text);
	return { name: Buffer.from(name), packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) };
}

const firstOfJanuary1980 = 0x21;

/** What both headers of an entry say, from the version that is needed on. */
function header(mark: number, length: number, { name, packed, size, crc }: Facts, from: number): Buffer {
	const bytes = Buffer.alloc(length);
	bytes.writeUInt32LE(mark, 0);
	bytes.writeUInt16LE(20, from);
	bytes.writeUInt16LE(0x0800, from + 2);
	bytes.writeUInt16LE(8, from + 4);
	bytes.writeUInt16LE(firstOfJanuary1980, from + 8);
	bytes.writeUInt32LE(crc, from + 10);
	bytes.writeUInt32LE(packed.length, from + 14);
	bytes.writeUInt32LE(size, from + 18);
	bytes.writeUInt16LE(name.length, from + 22);
	return bytes;
}

function centralHeader(facts: Facts, at: number): Buffer {
	const bytes = header(0x02014b50, 46, facts, 6);
	bytes.writeUInt16LE(20, 4);
	bytes.writeUInt32LE(at, 42);
	return bytes;
}

function endOf(count: number, length: number, start: number): Buffer {
	const bytes = Buffer.alloc(22);
	bytes.writeUInt32LE(0x06054b50, 0);
	bytes.writeUInt16LE(count, 8);
	bytes.writeUInt16LE(count, 10);
	bytes.writeUInt32LE(length, 12);
	bytes.writeUInt32LE(start, 16);
	return bytes;
}
