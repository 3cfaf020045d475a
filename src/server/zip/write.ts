import { crc32, deflateRawSync } from 'node:zlib';

type Entry = readonly [name: string, content: string | Uint8Array];

/** A zip file (APPNOTE.TXT 6.3) of a few files, all of one date: the same files give the same bytes. */
export function zipOf(entries: Iterable<Entry>): Buffer {
	const zip = newZip();
	return Buffer.concat([...[...entries].map(([name, content]) => zip.entry(name, content)), zip.end()]);
}

/** The same, an entry at a time, each when it is there. */
export async function* zipPieces(entries: AsyncIterable<Entry>): AsyncGenerator<Buffer> {
	const zip = newZip();
	for await (const [name, content] of entries) yield zip.entry(name, content);
	yield zip.end();
}

function newZip() {
	const directory: Buffer[] = [];
	let at = 0;
	let count = 0;
	return {
		entry(name: string, content: string | Uint8Array): Buffer {
			const facts = factsOf(name, content);
			const local = Buffer.concat([header(0x04034b50, 30, facts, 4), facts.name, facts.packed]);
			directory.push(centralHeader(facts, at), facts.name);
			at += local.length;
			count++;
			return local;
		},
		end(): Buffer {
			const list = Buffer.concat(directory);
			return Buffer.concat([list, endOf(count, list.length, at)]);
		}
	};
}

type Facts = { name: Buffer; packed: Buffer; size: number; crc: number };

function factsOf(name: string, content: string | Uint8Array): Facts {
	const bytes = Buffer.from(content as string);
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
