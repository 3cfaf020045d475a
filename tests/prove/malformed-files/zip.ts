import { deflateRawSync } from 'node:zlib';

/** A zip file, honest or not: sizes, places and flags can be made to lie. */
export type Entry = {
	name: string;
	content: Buffer | string;
	stored?: boolean;
	/** What the directory says instead of the truth. */
	says?: { unpacked?: number; packed?: number; at?: number; flags?: number };
};

export function zip(entries: Entry[], { before = '', after = '', count = entries.length } = {}): Buffer {
	const pieces: Buffer[] = [Buffer.from(before)];
	const directory: Buffer[] = [];
	let at = pieces[0]!.length;
	for (const entry of entries) {
		const [local, central] = written(entry, at);
		pieces.push(local);
		directory.push(central);
		at += local.length;
	}
	const listing = Buffer.concat(directory);
	return Buffer.concat([...pieces, listing, end(count, listing.length, at), Buffer.from(after)]);
}

function written({ name, content, stored = false, says = {} }: Entry, at: number): [Buffer, Buffer] {
	const raw = Buffer.from(content);
	const packed = stored ? raw : deflateRawSync(raw);
	const local = Buffer.alloc(30);
	local.writeUInt32LE(0x04034b50, 0);
	const central = Buffer.alloc(46);
	central.writeUInt32LE(0x02014b50, 0);
	for (const [header, from] of [
		[local, 6],
		[central, 8]
	] as const) {
		header.writeUInt16LE(says.flags ?? 0, from);
		header.writeUInt16LE(stored ? 0 : 8, from + 2);
		header.writeUInt32LE(says.packed ?? packed.length, from + 12);
		header.writeUInt32LE(says.unpacked ?? raw.length, from + 16);
		header.writeUInt16LE(Buffer.byteLength(name), from + 20);
	}
	central.writeUInt32LE(says.at ?? at, 42);
	return [Buffer.concat([local, Buffer.from(name), packed]), Buffer.concat([central, Buffer.from(name)])];
}

function end(count: number, length: number, at: number): Buffer {
	const record = Buffer.alloc(22);
	record.writeUInt32LE(0x06054b50, 0);
	record.writeUInt16LE(count & 0xffff, 8);
	record.writeUInt16LE(count & 0xffff, 10);
	record.writeUInt32LE(length, 12);
	record.writeUInt32LE(at, 16);
	return record;
}
