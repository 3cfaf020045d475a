import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { endingOf, fileKinds, isFileKind, type FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { officeKindOf } from './office.ts';
import { isText } from './text.ts';
import { readPart } from './read-part.ts';

/** How much of the beginning tells what a file is. */
const head = 64 * 1024;

/**
 * What a file is, from its bytes. Its name is believed for one thing only: which kind of text it is, since text has
 * no mark of its own; and text that calls itself a page, a picture or a program is none of ours.
 */
export async function kindOf(place: string, size: number, name: string): Promise<FileKind | undefined> {
	const file = await open(place, 'r');
	try {
		const start = await readPart(file, 0, Math.min(head, size));
		if (isZip(start)) return await officeKindOf(file, size);
		return (await markedKind(start)) ?? (await textKind(place, name));
	} finally {
		await file.close();
	}
}

function isZip(start: Buffer): boolean {
	return start.subarray(0, 4).equals(Buffer.from('PK\x03\x04', 'latin1'));
}

async function markedKind(start: Buffer): Promise<FileKind | undefined> {
	const type = await fileTypeFromBuffer(start).catch(() => undefined);
	if (!type) return startsWithId3(start) ? 'mp3' : undefined;
	explainRefusal(type.mime);
	const byMime = Object.entries(fileKinds).find(([, { mime }]) => mime === same(type.mime));
	return byMime && isFileKind(byMime[0]) ? byMime[0] : byEnding(type.ext);
}

/** Two that people meet often, and that deserve better than "not this kind". */
function explainRefusal(mime: string): void {
	if (mime === 'image/heic' || mime === 'image/heif') throw new Problem('file-heic');
	if (mime === 'application/x-cfb') throw new Problem('file-old-office');
}

/** A tag with a large picture hides where the sound begins. */
function startsWithId3(start: Buffer): boolean {
	return start.subarray(0, 3).toString('latin1') === 'ID3';
}

/** Names that mean the same: the parameter of a codec, a registered name and the one in use before it. */
function same(mime: string): string {
	const plain = mime.split(';')[0]!;
	return (
		{ 'audio/x-m4a': 'audio/mp4', 'video/x-m4v': 'video/mp4', 'audio/vnd.wave': 'audio/wav' }[plain] ?? plain
	);
}

function byEnding(ending: string): FileKind | undefined {
	const found = Object.entries(fileKinds).find(([, kind]) =>
		(kind.extensions as readonly string[]).includes(ending)
	);
	return found && isFileKind(found[0]) ? found[0] : undefined;
}

async function textKind(place: string, name: string): Promise<FileKind | undefined> {
	const ending = endingOf(name);
	const kind = ending === '' ? 'txt' : byEnding(ending);
	return (kind === 'txt' || kind === 'csv') && (await isText(place)) ? kind : undefined;
}
