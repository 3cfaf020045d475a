import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { Problem } from '#shared/problem';

export type Source = Blob | Uint8Array | ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Writes what comes in to a place of its own, never more than `limit` bytes of it, and hands that over. Whatever
 * happens, nothing of it stays there afterwards.
 */
export async function withIncoming<T>(
	folder: string,
	source: Source,
	limit: number,
	work: (place: string, size: number) => Promise<T>
): Promise<T> {
	const place = path.join(folder, randomUUID());
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		return await work(place, await write(place, source, limit));
	} catch (error) {
		throw asRoomProblem(error);
	} finally {
		await rm(place, { force: true });
		await rm(`${place}.out`, { force: true });
	}
}

async function write(place: string, source: Source, limit: number): Promise<number> {
	const file = await open(place, 'wx', 0o600);
	try {
		const size = await pour(file, source, limit);
		if (size === 0) throw new Problem('file-empty');
		return size;
	} finally {
		await file.close();
	}
}

async function pour(file: FileHandle, source: Source, limit: number): Promise<number> {
	let size = 0;
	for await (const chunk of chunks(source)) {
		size += chunk.byteLength;
		if (size > limit) throw new Problem('file-too-large', { limit: inMegabytes(limit) });
		await file.writeFile(chunk);
	}
	return size;
}

function chunks(source: Source): AsyncIterable<Uint8Array> | Iterable<Uint8Array> {
	if (source instanceof Uint8Array) return [source];
	return source instanceof Blob ? source.stream() : source;
}

/** "10", "0.5": for sentences. */
export function inMegabytes(bytes: number): string {
	return String(Math.round(bytes / 100_000) / 10);
}

/** The disk has no room: we say so, and nothing is half kept. */
export function asRoomProblem(error: unknown): unknown {
	const { code } = error as { code?: string };
	return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
		? new Problem('no-room', { cause: code })
		: error;
}

/** SHA-256 of a file, read a piece at a time. */
export async function hashOf(place: string): Promise<string> {
	const hash = createHash('sha256');
	const file = await open(place, 'r');
	try {
		for await (const chunk of file.createReadStream({ autoClose: false })) hash.update(chunk as Buffer);
	} finally {
		await file.close();
	}
	return hash.digest('hex');
}
