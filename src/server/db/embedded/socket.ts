import { createHash } from 'node:crypto';
import { chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Account } from './account.ts';

/** unix(7): a socket's path has 108 bytes, the last of them zero. */
const longest = 107;
const socketName = '.s.PGSQL.5432';

/** In the data folder itself, or, where that path is too long, in a private folder with a short one. */
export function socketFolderFor(data: string, account: Account): string {
	return fits(data) ? data : privateFolder(`placard-${hashOf(data)}`, account);
}

function fits(folder: string): boolean {
	return Buffer.byteLength(path.join(folder, `${socketName}.lock`)) <= longest;
}

/** Whoever finds a folder of this name made by somebody else takes one that nobody could have foreseen. */
function privateFolder(name: string, account: Account): string {
	const folder = path.join(shortBase(), name);
	if (!existsSync(folder)) return owned(mkdirSync(folder, { mode: 0o700 }) ?? folder, account);
	return isPrivate(folder, account) ? folder : owned(mkdtempSync(`${folder}-`), account);
}

function shortBase(): string {
	const bases = [process.env['XDG_RUNTIME_DIR'], os.tmpdir(), '/tmp'];
	return bases.find((base) => base && base.length < 50 && existsSync(base)) ?? '/tmp';
}

function owned(folder: string, account: Account): string {
	if (account.via === 'switch') chownSync(folder, account.uid, account.gid);
	return folder;
}

function isPrivate(folder: string, account: Account): boolean {
	const found = lstatSync(folder);
	return found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0;
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
