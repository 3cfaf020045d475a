import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { VoteColumns } from './ballots.ts';
import { Malformed } from '#packages/common';
import { voteReader } from './votes/read-votes.ts';

/** Votes of a file, or of standard input (`-`), read piece by piece: ten million lines need no ten million strings. */
export async function readVotesFile(file: string): Promise<VoteColumns> {
	const reader = voteReader();
	const decoder = new TextDecoder('utf-8', { fatal: true });
	for await (const bytes of bytesOf(file)) reader.push(decoded(decoder, bytes));
	reader.push(decoded(decoder));
	return reader.end();
}

/** A file that fits into memory, as text. */
export async function readTextFile(file: string): Promise<string> {
	return decoded(new TextDecoder('utf-8', { fatal: true }), await readFile(file));
}

function bytesOf(file: string): AsyncIterable<Uint8Array> {
	return file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
}

function decoded(decoder: TextDecoder, bytes?: Uint8Array): string {
	try {
		return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
	} catch {
		throw new Malformed('it is not text in UTF-8; expected a CSV');
	}
}
