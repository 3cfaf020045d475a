import { randomBytes } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { inject } from 'vitest';
import { makeBackup, type Manifest } from '#server/backup';
import { optionsFrom, type Pool } from '#server/db';
import { storeFile } from '#server/files';
import { prepareQueues } from '#server/jobs';
import { enqueue } from '../src/server/use-case/queue.ts';
import { dropDatabase } from './database.ts';
import type { OwnWorld } from './world.ts';

const now = new Date('2026-03-01T09:00:00Z');

/** Awkward on purpose: every kind of text that a careless copy loses. */
export const words = [
	'',
	'Zoë, "quoted"',
	'two\nlines\r\n',
	'\\N',
	'\\.',
	'tab\there',
	'‮ابجد',
	'👩🏽‍🦽',
	"o'clock; drop table"
];

export async function furnish(world: OwnWorld): Promise<void> {
	await world.do(async (inside) => {
		for (const text of words)
			await inside.db`
				insert into house.event (at, name, actor, details)
				values (${now}, 'word.said', ${null}, ${inside.db.json({ text, none: null, list: [1, 2.5, '3'] })})`;
		await storeFile(inside.as(), {
			from: Buffer.from('Minutes of the meeting\n'),
			name: 'minutes.txt',
			owner: { kind: 'expression', id: 'one' },
			allowed: ['txt'],
			limits: { bytes: 1000 }
		});
		await enqueue(inside.db, 'waveBack', { id: 'waiting' });
	});
}

/** A place to try back-ups in: a folder for the tars and the files, and other empty places to restore into. */
export class Bench {
	readonly folder = mkdtempSync(path.join(tmpdir(), 'placard-backup-'));
	readonly #closing: (() => Promise<unknown>)[] = [];
	readonly #filesBefore = process.env['FILES_DIR'];

	constructor() {
		process.env['FILES_DIR'] = this.file('files');
	}

	file(name = 'one.tar'): string {
		return path.join(this.folder, name);
	}

	backUp(pool: Pool, name?: string): Promise<Manifest> {
		return makeBackup({ pool, to: createWriteStream(this.file(name)), spoolIn: this.folder, now });
	}

	/** Another empty place: a database without a table, and from now on a folder without a file. */
	async elsewhere(admin = inject('postgres').admin): Promise<Pool> {
		const url = new URL(admin);
		url.pathname = `/test_${randomBytes(6).toString('hex')}`;
		const sql = postgres({ ...optionsFrom(admin), max: 1 });
		await sql.unsafe(`create database ${url.pathname.slice(1)}`);
		await sql.end();
		await prepareQueues(url.href);
		const pool = postgres({ ...optionsFrom(url.href), max: 2 });
		this.later(() => pool.end());
		if (admin === inject('postgres').admin) this.later(() => dropDatabase(url.href));
		process.env['FILES_DIR'] = this.file(`files-of-${url.pathname.slice(1)}`);
		return pool;
	}

	later(close: () => Promise<unknown>): void {
		this.#closing.push(close);
	}

	async clear(): Promise<void> {
		for (const close of this.#closing.splice(0)) await close();
		if (this.#filesBefore) process.env['FILES_DIR'] = this.#filesBefore;
		rmSync(this.folder, { recursive: true, force: true });
	}
}
