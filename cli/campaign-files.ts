import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { readDirectory, unpack, zipPieces } from '#server/zip';
import { Problem } from '#shared/problem';
import { Unusable } from './answer.ts';

type File = readonly [name: string, content: string | Uint8Array];
type Read = { files: Record<string, string>; photos: Map<string, () => Promise<Uint8Array>> };

/** A new folder, or a new zip file where its name ends so. It appears when it is whole. */
export async function writeFiles(target: string, files: AsyncIterable<File>): Promise<void> {
	if (existsSync(target)) throw new Unusable(`${target} exists already. Name a new folder or zip file.`);
	const partial = `${target}.partial`;
	await rm(partial, { recursive: true, force: true });
	await mkdir(path.dirname(path.resolve(target)), { recursive: true });
	try {
		if (target.endsWith('.zip'))
			await pipeline(Readable.from(zipPieces(files)), createWriteStream(partial, { mode: 0o600 }));
		else await intoFolder(partial, files);
		await rename(partial, target);
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
}

async function intoFolder(folder: string, files: AsyncIterable<File>): Promise<void> {
	await mkdir(folder, { mode: 0o700 });
	for await (const [name, content] of files) {
		const file = path.join(folder, name);
		await mkdir(path.dirname(file), { recursive: true });
		await writeFile(file, content, { mode: 0o600 });
	}
}

const wanted = /^(campaign\.json|SHA256SUMS|boards\/[1-9]\d{0,6}\/board\.json)$/;
const photo = /^boards\/[1-9]\d{0,6}\/photos\/[1-9]\d{0,6}\.jpg$/;
const largest = 200_000_000;
const mostFiles = 1000;

/** What another Placard wrote, as far as it is read: the rest is for people. */
export async function readFiles(from: string): Promise<Read> {
	const isFolder = (await stat(from)).isDirectory();
	const read = isFolder
		? { files: await inFolder(from), photos: await photosInFolder(from) }
		: await inZip(from);
	if (!Object.keys(read.files).length)
		throw new Unusable(`${from} holds no campaign: campaign.json is missing.`);
	return read;
}

async function inFolder(folder: string): Promise<Record<string, string>> {
	const boards = await readdir(path.join(folder, 'boards')).catch(() => []);
	const names = ['campaign.json', 'SHA256SUMS', ...boards.map((number) => `boards/${number}/board.json`)];
	const files: Record<string, string> = {};
	let size = 0;
	for (const name of names.filter((one) => wanted.test(one)).slice(0, mostFiles)) {
		const file = path.join(folder, name);
		if (!existsSync(file)) continue;
		size += (await stat(file)).size;
		if (size > largest) throw new Unusable(`${folder} holds more than ${largest / 1_000_000} MB.`);
		files[name] = textOf(name, await readFile(file));
	}
	return files;
}

/** Each is read when it is wanted. */
async function photosInFolder(folder: string): Promise<Read['photos']> {
	const photos: Read['photos'] = new Map();
	for (const board of await readdir(path.join(folder, 'boards')).catch(() => []))
		for (const one of await readdir(path.join(folder, 'boards', board, 'photos')).catch(() => [])) {
			const name = `boards/${board}/photos/${one}`;
			if (photo.test(name)) photos.set(name, () => readFile(path.join(folder, name)));
		}
	return photos;
}

async function inZip(name: string): Promise<Read> {
	if ((await stat(name)).size > largest)
		throw new Unusable(`${name} is larger than ${largest / 1_000_000} MB.`);
	const bytes = await readFile(name);
	const file = {
		read: (into: Buffer, offset: number, length: number, position: number) =>
			Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + length) })
	};
	try {
		const entries = await readDirectory(file, bytes.length);
		const files: Record<string, string> = {};
		for (const entry of entries.filter((one) => wanted.test(one.name)))
			files[entry.name] = textOf(entry.name, await unpack(file, entry, true));
		const photos = entries.filter((entry) => photo.test(entry.name));
		return {
			files,
			photos: new Map(photos.map((entry) => [entry.name, () => unpack(file, entry, true)]))
		};
	} catch (error) {
		if (error instanceof Unusable) throw error;
		if (error instanceof Problem || error instanceof RangeError)
			throw new Unusable(
				`${name} is no zip file that can be read: a folder or zip file of placard export was expected.`
			);
		throw error;
	}
}

function textOf(name: string, bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Unusable(`${name} is not text in UTF-8.`);
	}
}
