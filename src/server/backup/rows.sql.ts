import type { Readable, Writable } from 'node:stream';
import type { Db } from '#server/db';
import type { ForeignKey, Table } from './catalog.sql.ts';

/** What follows an event and has not happened yet: without it a restored Placard would forget to send a receipt. */
export const waitingJobs: Table = { schema: 'pgboss', name: 'job', columns: ['data', 'name'] };

const waiting = `name in ('listeners', 'errands') and state in ('created', 'retry', 'active')`;

/** The rows as CSV with a heading, in one order everywhere: that of their text, byte by byte. */
export function rowsOf(db: Db, table: Table): Promise<Readable> {
	const columns = listed(table);
	const which = table === waitingJobs ? `where ${waiting}` : '';
	return db
		.unsafe(
			`copy (select ${columns} from ${quoted(table)} ${which} order by row(${columns})::text collate "C") to stdout (format csv, header true, encoding 'UTF8')`
		)
		.readable();
}

export async function countOf(db: Db, table: Table): Promise<number> {
	const which = table === waitingJobs ? `where ${waiting}` : '';
	const [row] = await db.unsafe<{ count: number }[]>(
		`select count(*)::float8 as count from ${quoted(table)} ${which}`
	);
	return row!.count;
}

/**
 * Takes such CSV back in. What PostgreSQL finds wrong once the last row is sent, postgres.js 3.4.9 tells the query alone,
 * which is over for everybody else; so the query passes it on.
 */
export async function writeRows(db: Db, table: Table): Promise<Writable> {
	const query = db.unsafe(
		`copy ${quoted(table)} (${listed(table)}) from stdin (format csv, header true, encoding 'UTF8')`
	);
	const rows = await query.writable();
	void Object.assign(query, { reject: (error: Error) => rows.destroy(error) });
	return rows;
}

/** Rows come in the order of their tables' names, and some refer to others that come later. */
export async function liftRules(db: Db, all: Table[], keys: ForeignKey[]): Promise<void> {
	for (const { table, name } of keys) await db.unsafe(`alter table ${table} drop constraint ${name}`);
	for (const table of all) await db.unsafe(`alter table ${quoted(table)} disable trigger user`);
	if (all.length) await db.unsafe(`truncate ${all.map(quoted).join(', ')}`);
}

/** Puts them back, which checks every row. */
export async function putRulesBack(db: Db, all: Table[], keys: ForeignKey[]): Promise<void> {
	for (const table of all) await db.unsafe(`alter table ${quoted(table)} enable trigger user`);
	for (const { table, name, definition } of keys)
		await db.unsafe(`alter table ${table} add constraint ${name} ${definition}`);
}

export async function createJobsTable(db: Db): Promise<Table> {
	await db`create temporary table waiting_jobs (name text not null, data jsonb not null) on commit drop`;
	return { schema: 'pg_temp', name: 'waiting_jobs', columns: ['data', 'name'] };
}

export async function readJobsTable(db: Db): Promise<{ name: string; data: object }[]> {
	return db`select name, data from waiting_jobs`;
}

export async function fileHashes(db: Db): Promise<{ sha256: string; size: number }[]> {
	return db`
		select sha256, max(size)::float8 as size from files.file
		where sha256 is not null group by sha256 order by sha256 collate "C"`;
}

export async function isFileNamed(db: Db, sha256: string): Promise<boolean> {
	const [row] = await db`select from files.file where sha256 = ${sha256} limit 1`;
	return row !== undefined;
}

export function nameOf({ schema, name }: Table): string {
	return `${schema}.${name}`;
}

function listed({ columns }: Table): string {
	return columns.map(quote).join(', ');
}

function quoted({ schema, name }: Table): string {
	return `${quote(schema)}.${quote(name)}`;
}

function quote(identifier: string): string {
	return `"${identifier.replaceAll('"', '""')}"`;
}
