import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { zipPieces } from '#server/zip';
import { Unusable } from './answer.ts';

type File = readonly [name: string, content: string | Uint8Array];

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
