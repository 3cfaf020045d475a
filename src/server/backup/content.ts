import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform, type TransformCallback } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Db } from '#server/db';
import type { Store } from '#server/files';
import { tables, type Table } from './catalog.sql.ts';
import type { Rows } from './manifest.ts';
import { countOf, nameOf, rowsOf, waitingJobs } from './rows.sql.ts';

/** What every row says: all tables, and the jobs that wait. With a folder, the CSV is kept there under the table's name. */
export async function rowsIn(db: Db, folder?: string): Promise<Rows[]> {
	const all: Rows[] = [];
	for (const table of [...(await tables(db)), waitingJobs]) all.push(await rowsInOne(db, table, folder));
	return all;
}

async function rowsInOne(db: Db, table: Table, folder: string | undefined): Promise<Rows> {
	const name = nameOf(table);
	const measure = new Measure();
	const rows = await countOf(db, table);
	const source = await rowsOf(db, table);
	if (folder) await pipeline(source, measure, createWriteStream(path.join(folder, name), { mode: 0o600 }));
	else await pipeline(source, measure, drain);
	return { name, columns: table.columns, rows, ...measure.result() };
}

/** Lets bytes through and remembers how many they were and by what they are known. */
export class Measure extends Transform {
	readonly #hash = createHash('sha256');
	#bytes = 0;
	override _transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback): void {
		this.#hash.update(chunk);
		this.#bytes += chunk.length;
		done(null, chunk);
	}
	result(): { sha256: string; bytes: number } {
		return { sha256: this.#hash.digest('hex'), bytes: this.#bytes };
	}
}

async function drain(source: AsyncIterable<unknown>): Promise<void> {
	for await (const _ of source);
}

/** Whether the store holds the bytes that their name promises; nothing when it has lost them. */
export async function measureFile(
	store: Store,
	sha256: string
): Promise<{ sha256: string; bytes: number } | undefined> {
	if (!(await store.has(sha256))) return undefined;
	const measure = new Measure();
	await pipeline(await store.read(sha256), measure, drain);
	const found = measure.result();
	return found.sha256 === sha256 ? found : undefined;
}
