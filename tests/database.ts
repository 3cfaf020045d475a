import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, inject } from 'vitest';
import { closeDatabase, database, optionsFrom } from '#server/db';
import { stopSender } from '../src/server/use-case/queue.ts';

/** This file's own database, cloned from the template at first use, dropped at the end. */
let ours: Promise<string> | undefined;

export function databaseOfThisFile(): Promise<string> {
	return (ours ??= cloneDatabase().then((url) => (process.env['DATABASE_URL'] = url)));
}

afterAll(async () => {
	const url = await ours;
	await stopSender();
	await closeDatabase();
	if (url) await dropDatabase(url);
});

export async function cloneDatabase(): Promise<string> {
	const { admin, template } = inject('postgres');
	const name = `test_${randomBytes(6).toString('hex')}`;
	await onAdmin(`create database ${name} template ${template}`);
	const url = new URL(admin);
	url.pathname = `/${name}`;
	return url.href;
}

export async function dropDatabase(url: string): Promise<void> {
	await onAdmin(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);
}

async function onAdmin(statement: string): Promise<void> {
	const sql = postgres({ ...optionsFrom(inject('postgres').admin), max: 1 });
	// Cloning takes a lock on the template; a second clone at the same moment waits and tries again.
	for (let tries = 0; ; tries++) {
		try {
			await sql.unsafe(statement);
			break;
		} catch (error) {
			if ((error as { code?: string }).code !== '55006' || tries > 50) throw error;
			await new Promise((resolve) => setTimeout(resolve, 100));
		}
	}
	await sql.end();
}

/** For `withOwnWorld`: everything in this process uses the given database until the returned function is called. */
export async function useDatabase(url: string): Promise<() => Promise<void>> {
	const before = process.env['DATABASE_URL'];
	await stopSender();
	await closeDatabase();
	process.env['DATABASE_URL'] = url;
	database();
	return async () => {
		await stopSender();
		await closeDatabase();
		if (before) process.env['DATABASE_URL'] = before;
	};
}
