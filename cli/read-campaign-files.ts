import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readDirectory, unpack, type Entry } from '#server/zip';
import { Problem } from '#shared/problem';
import { most } from '../src/areas/boards/leaving/campaign-file.schema.ts';
import { photoLimits } from '../src/areas/boards/photos/photo.ts';
import { Unusable } from './answer.ts';

const wanted = /^(campaign\.json|SHA256SUMS|boards\/[1-9]\d{0,6}\/board\.json)$/;
const photo = /^boards\/[1-9]\d{0,6}\/photos\/[1-9]\d{0,6}\.jpg$/;
/** Of a zip file as it lies there; how much text it may hold is said with what it may hold. */
const largest = 200_000_000;
const mostFiles = 1000;

type Read = { files: Record<string, string>; photos: Map<string, () => Promise<Uint8Array>> };

/** What another Placard wrote, as far as it is read: the rest is for people. Photos are read when they are wanted. */
export async function readFiles(from: string): Promise<Read> {
	const found = await stat(from).catch(() => undefined);
	if (!found?.isFile() && !found?.isDirectory())
		throw new Unusable(
			`${from}: there is no such folder or file; a folder or zip file of placard export was expected.`
		);
	const read = found.isFile()
		? await inZip(from, found.size)
		: { files: await inFolder(from), photos: await photosInFolder(from) };
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
		size += (await sizeOf(file)) ?? 0;
		mustNotBeMore(folder, size);
		if ((await sizeOf(file)) !== undefined) files[name] = textOf(name, await readFile(file));
	}
	return files;
}

/** Undefined: it is not there. A link or a pipe may never come to an end, or lead to what is not the campaign's. */
async function sizeOf(file: string): Promise<number | undefined> {
	const found = await lstat(file).catch(() => undefined);
	if (found && !found.isFile()) throw new Unusable(`${file} is no file, and a file was expected.`);
	return found?.size;
}

async function photosInFolder(folder: string): Promise<Read['photos']> {
	const photos: Read['photos'] = new Map();
	for (const board of await readdir(path.join(folder, 'boards')).catch(() => []))
		for (const one of await readdir(path.join(folder, 'boards', board, 'photos')).catch(() => [])) {
			const name = `boards/${board}/photos/${one}`;
			if (photo.test(name)) photos.set(name, () => photoAt(path.join(folder, name)));
		}
	return photos;
}

async function photoAt(file: string): Promise<Uint8Array> {
	mustBeAPhoto(file, (await sizeOf(file)) ?? 0);
	return readFile(file);
}

async function inZip(zip: string, size: number): Promise<Read> {
	if (size > largest) throw new Unusable(`${zip} is larger than ${largest / 1_000_000} MB.`);
	const bytes = await readFile(zip);
	const file = {
		read: (into: Buffer, offset: number, length: number, position: number) =>
			Promise.resolve({ bytesRead: bytes.copy(into, offset, position, position + length) })
	};
	const unpacked = (entry: Entry) => orUnusable(zip, () => unpack(file, entry, true));
	const entries = await orUnusable(zip, () => readDirectory(file, bytes.length));
	mustBeReadable(zip, entries);
	const files: Record<string, string> = {};
	for (const entry of entries.filter(({ name }) => wanted.test(name)))
		files[entry.name] = textOf(entry.name, await unpacked(entry));
	const photos = entries.filter(({ name }) => photo.test(name));
	return { files, photos: new Map(photos.map((entry) => [entry.name, () => unpacked(entry)])) };
}

async function orUnusable<T>(zip: string, read: () => Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		if (!(error instanceof Problem || error instanceof RangeError)) throw error;
		throw new Unusable(
			`${zip} is no zip file that can be read: a folder or zip file of placard export was expected.`
		);
	}
}

/** Before anything is unpacked. Of two of one name nobody knows which is meant. */
function mustBeReadable(zip: string, entries: readonly Entry[]): void {
	const known = new Set<string>();
	let size = 0;
	for (const { name, unpacked } of entries.filter((one) => wanted.test(one.name) || photo.test(one.name))) {
		if (known.size === known.add(name).size) throw new Unusable(`${zip} holds ${name} twice.`);
		if (photo.test(name)) mustBeAPhoto(name, unpacked);
		else size += unpacked;
	}
	mustNotBeMore(zip, size);
}

function mustNotBeMore(from: string, size: number): void {
	if (size > most.bytes) throw new Unusable(`${from} holds more than ${most.bytes / 1_000_000} MB of text.`);
}

function mustBeAPhoto(name: string, size: number): void {
	if (size > photoLimits.bytes)
		throw new Unusable(`${name} is larger than ${photoLimits.bytes / 1_000_000} MB.`);
}

function textOf(name: string, bytes: Buffer): string {
	try {
		// A mark at its beginning stays: a file that somebody saved anew is not the one of which the hash was made.
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		throw new Unusable(`${name} is not text in UTF-8.`);
	}
}
