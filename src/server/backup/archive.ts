import type { Readable } from 'node:stream';
import { extract, type Extract } from 'tar-stream';
import { readManifest, type File, type Manifest, type Rows } from './manifest.ts';
import { BackupTrouble } from './trouble.ts';

/** One file of the tar, and what its heading says of it. */
export type Entry = Extract extends AsyncIterable<infer One> ? One : never;
export type Part = { expected: Rows | File; content: Entry };
export type Archive = { manifest: Manifest; rest(): AsyncIterable<Part> };

const listAtMost = 200_000_000;

/**
 * Reads a tar as it comes. Only the very entries that its list announces are taken, each once, under their exact names:
 * a path that leads elsewhere, a link or a stranger ends the reading.
 */
export async function openArchive(from: Readable): Promise<Archive> {
	const tar = extract();
	from.on('error', (error) => tar.destroy(error));
	const entries = from.pipe(tar)[Symbol.asyncIterator]();
	const manifest = await firstEntry(entries);
	return { manifest, rest: () => rest(entries, manifest) };
}

async function firstEntry(entries: AsyncIterator<Entry>): Promise<Manifest> {
	const entry = await next(entries);
	if (entry?.header.name !== 'manifest.json' || (entry.header.size ?? 0) > listAtMost)
		throw new BackupTrouble('This is not a back-up of Placard: it does not begin with the list of one.');
	const chunks: Buffer[] = [];
	for await (const chunk of entry) chunks.push(chunk as Buffer);
	return readManifest(Buffer.concat(chunks).toString());
}

async function* rest(entries: AsyncIterator<Entry>, { tables, files }: Manifest): AsyncIterable<Part> {
	const awaited = new Map<string, Rows | File>();
	for (const one of tables) awaited.set(`tables/${one.name}.csv`, one);
	for (const one of files) awaited.set(`files/${one.sha256}`, one);
	for (let entry = await next(entries); entry; entry = await next(entries)) {
		const { name, type, size } = entry.header;
		const expected = awaited.get(name);
		if (!expected || type !== 'file')
			throw new BackupTrouble(
				`The back-up holds something that its list does not name: ${JSON.stringify(name)}.`
			);
		if (size !== expected.bytes) throw damaged(name);
		awaited.delete(name);
		yield { expected, content: entry };
	}
	const [missing] = awaited.keys();
	if (missing) throw new BackupTrouble(`The back-up is incomplete: ${missing} is missing.`);
}

async function next(entries: AsyncIterator<Entry>): Promise<Entry | undefined> {
	try {
		const { done, value } = await entries.next();
		return done ? undefined : value;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).syscall) throw error;
		throw new BackupTrouble(
			`This is not a back-up of Placard, or its end is missing: ${(error as Error).message}`
		);
	}
}

export function damaged(name: string): BackupTrouble {
	return new BackupTrouble(`The back-up is damaged: ${name} is not what its list says.`);
}
