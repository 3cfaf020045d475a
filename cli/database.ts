import path from 'node:path';
import { closeDatabase } from '#server/db';
import { embeddedPostgres } from '#server/db/embedded';
import { stopSender } from '../src/server/use-case/queue.ts';
import { say } from './answer.ts';

export type OpenDatabase = { url: string; close(): Promise<void> };

/** Everything Placard keeps on this machine: its database and people's files. */
export function dataFolder(given?: string): string {
	return path.resolve(given ?? process.env['PLACARD_DATA'] ?? path.join(placardFolder(), 'data'));
}

export function placardFolder(): string {
	return process.env['PLACARD_ROOT'] ?? path.dirname(import.meta.dirname);
}

/**
 * The database that this command works on: DATABASE_URL, or else our own in the data folder, started if need be. The
 * rest of the program finds it, and the folder, in the environment.
 */
export async function openDatabase(data?: string): Promise<OpenDatabase> {
	process.env['PLACARD_ROOT'] ??= placardFolder();
	process.env['PLACARD_DATA'] = dataFolder(data);
	const given = process.env['DATABASE_URL'];
	if (given) return { url: given, close: letGo };
	const { url, stop } = await embeddedPostgres(dataFolder(data), { say });
	process.env['DATABASE_URL'] = url;
	return { url, close: () => letGo().then(stop) };
}

/** Everything in this process that holds the database. */
async function letGo(): Promise<void> {
	await stopSender();
	await closeDatabase();
}
