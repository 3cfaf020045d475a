import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { inTransaction, optionsFrom } from '#server/db';

test('a socket that is not there means that the database is away', async () => {
	const pool = postgres({ ...optionsFrom('postgres://placard@%2Fnowhere%2Fat%2Fall/placard'), max: 1 });
	await expect(inTransaction(async (db) => db`select 1`, pool)).rejects.toMatchObject({
		code: 'database-away'
	});
	await pool.end();
});

test('a file that is not there is a bug of ours, and no excuse', async () => {
	const pool = { begin: () => readFile('/nowhere/at/all') } as unknown as postgres.Sql;
	await expect(inTransaction(async () => {}, pool)).rejects.toMatchObject({
		code: 'ENOENT',
		syscall: 'open'
	});
});
