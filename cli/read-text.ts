import { open, type FileHandle } from 'node:fs/promises';
import { Malformed } from '#packages/common';
import { Unusable } from './answer.ts';

/** What a verb expects of a file: how many bytes at most, and the words for when it is something else. */
export type Expected = { readonly largest: number; readonly sentence: string };

/** The text of a file, or of standard input for `-`; no more of it than it could be, whatever is behind the name. */
export async function readText(name: string, expected: Expected): Promise<string> {
	return decoded(await readBytes(name, expected), refusing(name, expected));
}

/** The same as it lies there. */
export async function readBytes(name: string, expected: Expected): Promise<Buffer> {
	const refuse = refusing(name, expected);
	const read = (stream: AsyncIterable<Uint8Array>) => collect(stream, expected.largest, refuse);
	if (name === '-') return read(process.stdin);
	let file: FileHandle | undefined;
	try {
		file = await open(name);
		if ((await file.stat()).isDirectory()) throw refuse('it is a folder');
		return await read(file.createReadStream({ autoClose: false }));
	} catch (error) {
		throw (error as NodeJS.ErrnoException).code === 'ENOENT'
			? refuse('there is no such file')
			: (error as NodeJS.ErrnoException).code === 'EACCES'
				? refuse('it may not be read')
				: error;
	} finally {
		await file?.close();
	}
}

type Refuse = (because: string) => Unusable;

function refusing(name: string, { sentence }: Expected): Refuse {
	return (because) => new Unusable(`${name}: ${because}; ${sentence}.`);
}

async function collect(stream: AsyncIterable<Uint8Array>, largest: number, refuse: Refuse): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of stream) {
		size += part.length;
		if (size > largest) throw refuse(`it is longer than ${largest / 1e6} MB`);
		parts.push(part);
	}
	return Buffer.concat(parts);
}

function decoded(bytes: Buffer, refuse: Refuse): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw refuse('it is not text in UTF-8');
	}
}

/** What is made of a file; where it is not what was expected, one sentence that begins with its name. */
export async function madeOf<Made>(file: string, make: () => Made | Promise<Made>): Promise<Made> {
	try {
		return await make();
	} catch (error) {
		if (error instanceof Malformed) throw new Unusable(`${file}, ${error.message}.`);
		throw error;
	}
}
