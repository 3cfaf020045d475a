import { chownSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'; // prettier-ignore
import path from 'node:path';
import { runAs } from './account.ts';
import type { Place } from './place.ts';
import { isAlive } from './postmaster.ts';
import { DatabaseTrouble } from '../trouble.ts';
import { explain, otherVersion } from './explain.ts';

/**
 * A database appears whole or not at all: made in a folder beside, synced to the disk, then renamed. Of several
 * processes at once one rename wins and the others use its database. What a killed one left behind is cleared away.
 */
export function createIfMissing(place: Place): void {
	clearAway(place.data);
	if (!isThere(place)) makeAndRename(place);
	if (place.name !== place.data && !existsSync(place.name)) symlinkSync(place.data, place.name);
}

function isThere({ data, binaries }: Place): boolean {
	if (!existsSync(data) || readdirSync(data).length === 0) return false;
	const file = path.join(data, 'PG_VERSION');
	if (!existsSync(file))
		throw new DatabaseTrouble(
			`${data} holds something that is not a database. Choose another folder with --data DIR.`
		);
	const made = readFileSync(file, 'utf8').trim();
	if (Number(made) !== binaries.version)
		throw new DatabaseTrouble(otherVersion(data, made, String(binaries.version)));
	return true;
}

function makeAndRename(place: Place): void {
	const fresh = `${place.data}.init-${process.pid}`;
	try {
		make(place, fresh);
		renameSync(fresh, place.data);
		syncFolder(path.dirname(place.data));
	} catch (error) {
		rmSync(fresh, { recursive: true, force: true });
		if (!isTaken(error)) throw error;
	}
}

function make({ data, account, binaries }: Place, fresh: string): void {
	mkdirSync(fresh, { mode: 0o700 });
	if (account.via === 'switch') chownSync(fresh, account.uid, account.gid);
	const { status, stderr, error } = runAs(account, path.join(binaries.folder, 'initdb'), [
		'-D', fresh, '--username=placard', '--auth=trust', '--encoding=UTF8', ...localeOf(binaries.version)
	]); // prettier-ignore
	if (status !== 0) throw explain(stderr || (error?.message ?? ''), data);
}

/** Text is compared by code point and folded by Unicode, whatever the machine: an index outlives its libraries. */
function localeOf(version: number): string[] {
	return version >= 17
		? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
		: ['--locale=C.UTF-8'];
}

function isTaken(error: unknown): boolean {
	return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}

function clearAway(data: string): void {
	const parent = path.dirname(data);
	const prefix = `${path.basename(data)}.init-`;
	for (const name of readdirSync(parent).filter((child) => child.startsWith(prefix)))
		if (!isAlive(Number(name.slice(prefix.length))))
			rmSync(path.join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function syncFolder(folder: string): void {
	const handle = openSync(folder, 'r');
	fsyncSync(handle);
	closeSync(handle);
}
