// placard import-call FILE.json [--opens DATE]: brings in a programme's call from a file of facts.
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { importCall } from '#areas/programmes/server';
import { importAnswer } from '#areas/programmes';
import { house } from '#shared/actor';
import { Problem } from '#shared/problem';

export const help = `placard import-call FILE.json [--opens DATE] [--out FILE]

Reads a programme's call from a file of facts ("-" reads standard input). A call whose dates are known is
published; one with dates missing is kept as a draft, and the answer says what is missing. The same programme
again is corrected by what the file says, and keeps what the file does not say.

  --opens DATE   the day on which it opens instead ("2026-03-01"): every date moves by as many days and keeps
                 its time of day
`;

/** What goes to standard output, what to standard error, and the exit code: 0 done, 2 the file cannot be used. */
export type Answer = { exit: 0 | 2; json?: unknown; sentence?: string };

/** Needs DATABASE_URL; the caller has migrated. */
export async function run(args: string[]): Promise<Answer> {
	try {
		const { file, opens } = argumentsOf(args);
		const imported = await importCall(house, { text: await readText(file), ...(opens ? { opens } : {}) });
		return { exit: 0, json: importAnswer(imported) };
	} catch (error) {
		const because = reasonOf(error);
		if (because === undefined) throw error;
		return { exit: 2, sentence: `${path.basename(args[0] ?? '') || 'import-call'}: ${because}.` };
	}
}

class Unreadable extends Error {}

function argumentsOf(args: string[]): { file: string; opens: string | undefined } {
	try {
		const { values, positionals } = parseArgs({
			args,
			options: { opens: { type: 'string' } },
			allowPositionals: true
		});
		if (positionals.length !== 1) throw new Unreadable('one file was expected, and "-" for standard input');
		return { file: positionals[0]!, opens: values.opens };
	} catch (error) {
		throw error instanceof Unreadable ? error : new Unreadable((error as Error).message.replace(/\.$/, ''));
	}
}

const largest = 1_000_000;

/** No more than a call could be, whatever is behind the name. */
async function readText(name: string): Promise<string> {
	if (name === '-') return decoded(await collect(process.stdin));
	let file: FileHandle | undefined;
	try {
		file = await open(name);
		if ((await file.stat()).isDirectory()) throw new Unreadable('it is a folder; a JSON file was expected');
		return decoded(await collect(file.createReadStream({ autoClose: false })));
	} catch (error) {
		const { code } = error as { code?: string };
		if (code === 'ENOENT') throw new Unreadable('there is no such file; a JSON file was expected');
		if (code === 'EACCES') throw new Unreadable('it may not be read; a JSON file was expected');
		throw error;
	} finally {
		await file?.close();
	}
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of stream) {
		size += part.length;
		if (size > largest) throw new Unreadable(`it is longer than ${largest / 1e6} MB; a call was expected`);
		parts.push(part);
	}
	return Buffer.concat(parts);
}

function decoded(bytes: Buffer): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new Unreadable('it is not text in UTF-8; a call was expected, as a JSON object');
	}
}

function reasonOf(error: unknown): string | undefined {
	if (error instanceof Unreadable) return error.message;
	return error instanceof Problem && error.code === 'unusable-call-file'
		? String(error.details['because'])
		: undefined;
}
