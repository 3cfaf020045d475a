import { mustBeHarmless, readDirectory, unpack, type Entry } from '#server/zip';
import { Refused } from '../refused.ts';
import { mostIn } from '../sheet.ts';

/** The parts of a workbook, each unpacked when it is asked for and never more of them than a form can need. */
export type Parts = { names: string[]; part(name: string): Promise<Buffer | undefined> };

export async function openArchive(bytes: Buffer): Promise<Parts> {
	if (bytes.length > mostIn.bytes) throw new Refused('too-large');
	mustBeZip(bytes);
	const file = { read: readFrom(bytes) };
	const entries = await readDirectory(file, bytes.length);
	if (entries.length > mostIn.entries) throw new Refused('too-many-parts');
	for (const { name } of entries) mustBeHarmless(name);
	const byName = new Map(entries.map((entry) => [entry.name, entry]));
	const spend = budget();
	return {
		names: [...byName.keys()],
		async part(name) {
			const entry = byName.get(name);
			if (!entry) return undefined;
			spend(entry);
			return unpack(file, entry, true);
		}
	};
}

function budget() {
	let left: number = mostIn.unpacked;
	return ({ unpacked }: Entry) => {
		left -= unpacked;
		if (left < 0) throw new Refused('unpacks-too-large');
	};
}

/** The older kind of Excel file, and one with a password, are containers of another sort that begin like this. */
const older = Buffer.from('D0CF11E0A1B11AE1', 'hex');

function mustBeZip(bytes: Buffer): void {
	if (bytes.subarray(0, 8).equals(older)) throw new Refused('older-or-locked');
	if (bytes.toString('latin1', 0, 2) !== 'PK') throw new Refused('no-workbook');
}

function readFrom(bytes: Buffer) {
	return (into: Buffer, offset: number, length: number, position: number) =>
		Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + length) });
}
