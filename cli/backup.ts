import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import postgres from 'postgres';
import { makeBackup, type Manifest } from '#server/backup';
import { optionsFrom } from '#server/db';
import { answer, exit, say, Unusable, type Verb } from './answer.ts';
import { dataFolder, openDatabase } from './database.ts';
import { oneFile } from './one-file.ts';

export const backup: Verb = {
	summary: 'Copies everything into one file, while Placard runs',
	usage: 'FILE [--out FILE] [--data DIR]',
	details: `
  FILE         a new tar file, or - for standard output
  --data DIR   where Placard keeps its own database and files (PLACARD_DATA; default ./data)
  --out FILE   where the answer goes (default: standard output)

It holds every table as CSV, every stored file and what still has to be done, as they were at one instant, and a hash by
which they are known again. It is as secret as the database: it is not encrypted, so keep it where only you can read it.`,
	async run(args) {
		const { file, data, out } = oneFile(args, 'write, or - for standard output');
		const target = file === '-' ? undefined : path.resolve(file);
		if (target && existsSync(target)) throw new Unusable(`${file} exists already. Name a new file.`);
		const database = await openDatabase(data);
		const pool = postgres({ ...optionsFrom(database.url), max: 2 });
		try {
			const manifest = await (target ? toFile(pool, target) : write(pool, process.stdout, dataFolder(data)));
			(target || out ? answer : say)(JSON.stringify(summary(manifest, target)));
			return lost(manifest);
		} finally {
			await pool.end({ timeout: 5 });
			await database.close();
		}
	}
};

function write(pool: postgres.Sql, to: Writable, spoolIn: string): Promise<Manifest> {
	return makeBackup({ pool, to, spoolIn, now: new Date() });
}

/** The name appears when the back-up is whole and on the disk. */
async function toFile(pool: postgres.Sql, target: string): Promise<Manifest> {
	const partial = `${target}.partial`;
	await mkdir(path.dirname(target), { recursive: true });
	try {
		const manifest = await write(pool, createWriteStream(partial, { mode: 0o600 }), path.dirname(target));
		const handle = await open(partial, 'r');
		await handle.sync().finally(() => handle.close());
		await rename(partial, target);
		return manifest;
	} finally {
		await rm(partial, { force: true });
	}
}

export function summary({ madeAt, tables, files, contentHash }: Manifest, file?: string) {
	const rows = tables.reduce((sum, table) => sum + table.rows, 0);
	return { ...(file ? { file } : {}), madeAt, tables: tables.length, rows, files: files.length, contentHash };
}

function lost({ lost }: Manifest): number {
	for (const sha256 of lost) say(`A stored file is missing or damaged, and so not in the back-up: ${sha256}`);
	return lost.length ? exit.no : exit.done;
}
