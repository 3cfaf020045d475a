import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Db, Pool } from './index.ts';
import { DatabaseTrouble } from './trouble.ts';

export type Migration = { name: string; checksum: string };
type Step = Migration & { sql: string };

/**
 * Brings the schema up to date: the files of db/migrations in the order of their names. One process at a time
 * (advisory lock); a file that changed after it ran is refused. All of them, or none.
 */
export async function migrate(pool: Pool, folder = migrationsFolder()): Promise<{ ran: string[] }> {
	return pool.begin((db) => migrateWithin(db, { folder }));
}

/** In a transaction that is open already; with `only`, as far as those go (a back-up may be older than we are). */
export async function migrateWithin(
	db: Db,
	{ folder = migrationsFolder(), only }: { folder?: string; only?: readonly string[] } = {}
): Promise<{ ran: string[] }> {
	await db`select pg_advisory_xact_lock(7252273)`;
	await db`create schema if not exists house`;
	await db`create table if not exists house.migration (name text primary key, checksum text not null, ran_at timestamptz not null default now())`;
	const ran = await db<Migration[]>`select name, checksum from house.migration order by name`;
	const waiting = notYetRun(await migrations(folder), ran).filter(({ name }) => !only || only.includes(name));
	for (const step of waiting) await run(db, step);
	return { ran: waiting.map((step) => step.name) };
}

function migrationsFolder(): string {
	return path.join(process.env['PLACARD_ROOT'] ?? process.cwd(), 'db/migrations');
}

/** Those that this Placard knows. */
export async function migrations(folder = migrationsFolder()): Promise<Step[]> {
	const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
	return Promise.all(
		names.map(async (name) => {
			const sql = await readFile(path.join(folder, name), 'utf8');
			return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
		})
	);
}

function notYetRun(steps: Step[], ran: readonly Migration[]): Step[] {
	const known = new Map(steps.map((step) => [step.name, step]));
	for (const { name, checksum } of ran) {
		const step = known.get(name);
		if (!step)
			throw new DatabaseTrouble(
				`The database was migrated by a newer Placard (${name}). Run that version, or restore an older back-up.`
			);
		if (step.checksum !== checksum)
			throw new DatabaseTrouble(
				`Migration ${name} was changed after it ran on this database. Put the file back as it was.`
			);
	}
	const done = new Set(ran.map((row) => row.name));
	return steps.filter((step) => !done.has(step.name));
}

async function run(db: Db, { name, sql, checksum }: Step): Promise<void> {
	await db.unsafe(sql);
	await db`insert into house.migration (name, checksum) values (${name}, ${checksum})`;
}
