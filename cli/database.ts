import path from 'node:path';
import { embeddedPostgres } from '#server/db/embedded';
import { say } from './answer.ts';

export type OpenDatabase = { url: string; ownFolder?: string; close(): Promise<void> };

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
	if (given) return { url: given, close: async () => {} };
	const ownFolder = dataFolder(data);
	const { url, stop } = await embeddedPostgres(ownFolder, { say });
	process.env['DATABASE_URL'] = url;
	return { url, ownFolder, close: () => forget(stop) };
}

async function forget(stop: () => Promise<void>): Promise<void> {
	delete process.env['DATABASE_URL'];
	await stop();
}
