import { randomUUID } from 'node:crypto';
import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy, type BusboyFileStream, type BusboyHeaders } from '@fastify/busboy';
import { mostBytes, store } from '#server/files';
import { Problem } from '#shared/problem';
import { mostFields } from './form-limit.ts';

/** Fields in the order in which they came, and how to be rid of the files when all is done. */
export type LargeForm = { pairs: [string, FormDataEntryValue][]; forget: () => Promise<void> };

const limits = { fieldNameSize: 200, fieldSize: 1 << 20, fields: mostFields, files: 10, headerPairs: 50 };

/**
 * A form with files too large for memory: what is typed is kept there, and files flow to the disk, where each waits
 * as a File whose bytes are read when somebody reads them.
 */
export async function largeForm(request: Request): Promise<LargeForm> {
	const folder = path.join(store().incoming, randomUUID());
	const forget = () => rm(folder, { recursive: true, force: true });
	try {
		await mkdir(folder, { recursive: true, mode: 0o700 });
		return { pairs: await pairsIn(request, folder), forget };
	} catch (error) {
		await forget();
		throw asProblem(error);
	}
}

type Pair = [string, FormDataEntryValue | Promise<File>];

async function pairsIn({ headers, body }: Request, folder: string): Promise<[string, FormDataEntryValue][]> {
	const pairs: Pair[] = [];
	const reader = new Busboy({
		headers: Object.fromEntries(headers) as BusboyHeaders,
		limits: { ...limits, fileSize: mostBytes() + 1 }
	});
	const tooMuch = () => reader.destroy(new Problem('too-large'));
	reader.on('fieldsLimit', tooMuch).on('filesLimit', tooMuch);
	reader.on('field', (name, value, _, cutShort) => (cutShort ? tooMuch() : void pairs.push([name, value])));
	reader.on('file', (name, stream, filename, _, type) => {
		if (!filename) return void stream.resume();
		const file = kept(stream, path.join(folder, String(pairs.length)), filename, type);
		// Waited for below, once the whole form is read: a fault meanwhile is no unhandled one.
		file.catch(() => undefined);
		pairs.push([name, file]);
	});
	await pipeline(Readable.fromWeb(body as never), reader);
	return Promise.all(pairs.map(async ([name, value]) => [name, await value] as [string, FormDataEntryValue]));
}

async function kept(stream: BusboyFileStream, place: string, name: string, type: string): Promise<File> {
	// Where the disk fails the rest is still read, so that the form comes to its end and the sentence can be said.
	const through = new PassThrough();
	stream.pipe(through);
	await pipeline(through, createWriteStream(place, { flags: 'wx', mode: 0o600 })).catch((error: unknown) => {
		stream.unpipe(through);
		stream.resume();
		throw error;
	});
	if (stream.truncated) throw new Problem('too-large');
	return new File([await openAsBlob(place, { type })], name, { type });
}

function asProblem(error: unknown): unknown {
	if (error instanceof Problem) return error;
	const { code, status } = error as { code?: string; status?: number };
	if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new Problem('no-room');
	return new Problem(status === 413 ? 'too-large' : 'unreadable-form');
}
