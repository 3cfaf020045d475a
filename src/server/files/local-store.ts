import { createReadStream } from 'node:fs';
import { mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Problem } from '#shared/problem';
import type { PieceName, Pieces, Range, Store, Stored } from './store.ts';

/** A folder: aa/bb/aabb…, each file written elsewhere, forced to disk and moved in, so that none is ever half there. */
export function localStore(folder: string): Store {
	const placeOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
	const changedAt = (sha256: string) => whenChanged(placeOf(sha256));
	return {
		incoming: path.join(folder, 'incoming'),
		put: (place, sha256) => moveIn(place, placeOf(sha256)),
		has: async (sha256) => (await changedAt(sha256)) !== undefined,
		read: (sha256, range) => readFrom(placeOf(sha256), range),
		changedAt,
		remove: (sha256) => rm(placeOf(sha256), { force: true }),
		list: () => all(folder),
		pieces: localPieces(path.join(folder, 'pieces'))
	};
}

/** A folder for each upload, a file for each piece. */
function localPieces(folder: string): Pieces {
	const placeOf = ({ upload, id }: PieceName) => path.join(folder, upload, id);
	return {
		put: (place, piece) => moveIn(place, placeOf(piece)),
		read: (piece) => readFrom(placeOf(piece), undefined),
		remove: (piece) => rm(placeOf(piece), { force: true }),
		clear: (upload) => rm(path.join(folder, upload), { recursive: true, force: true }),
		list: () => allPieces(folder)
	};
}

async function* allPieces(folder: string): AsyncIterable<PieceName & { changedAt: Date }> {
	const entries = await opendir(folder, { recursive: true }).catch(absent);
	for await (const entry of entries ?? []) {
		const changedAt = entry.isFile() && (await whenChanged(path.join(entry.parentPath, entry.name)));
		if (changedAt) yield { upload: path.basename(entry.parentPath), id: entry.name, changedAt };
	}
}

async function moveIn(from: string, to: string): Promise<void> {
	await mkdir(path.dirname(to), { recursive: true, mode: 0o700 });
	await force(from);
	await rename(from, to);
	await force(path.dirname(to));
}

/** fsync, of a file or of the folder that names it. */
async function force(place: string): Promise<void> {
	const handle = await open(place, 'r');
	await handle.sync().finally(() => handle.close());
}

async function whenChanged(place: string): Promise<Date | undefined> {
	return (await stat(place).catch(absent))?.ctime;
}

async function readFrom(place: string, range: Range | undefined): Promise<ReadableStream<Uint8Array>> {
	const file = await open(place, 'r').catch(absent);
	if (!file) throw new Problem('not-found');
	return Readable.toWeb(createReadStream(place, { fd: file, ...range })) as ReadableStream<Uint8Array>;
}

async function* all(folder: string): AsyncIterable<Stored> {
	const entries = await opendir(folder, { recursive: true }).catch(absent);
	for await (const entry of entries ?? []) {
		if (!entry.isFile() || !/^[0-9a-f]{64}$/.test(entry.name)) continue;
		const changedAt = await whenChanged(path.join(entry.parentPath, entry.name));
		if (changedAt) yield { sha256: entry.name, changedAt };
	}
}

function absent(error: NodeJS.ErrnoException): undefined {
	if (error.code !== 'ENOENT') throw error;
}
