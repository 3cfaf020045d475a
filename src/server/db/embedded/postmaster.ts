import {
	closeSync,
	existsSync,
	fstatSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync
} from 'node:fs';
import path from 'node:path';
import { startAs } from './account.ts';
import type { Place } from './place.ts';
import { socketFolderFor } from './socket.ts';

/** A PostgreSQL that is alive in a data folder, as its own `postmaster.pid` tells. */
export type Postmaster = { readonly pid: number; readonly socketFolder: string };

/** A start under way: `ended` says with which words it gave up. */
export type Start = { pid: number | undefined; ended: string | undefined };

export function postmasterIn(data: string): Postmaster | undefined {
	const [pid = '', , , , socketFolder = ''] = pidFile(data).split('\n');
	return socketFolder && isPostgres(Number(pid)) ? { pid: Number(pid), socketFolder } : undefined;
}

export function startPostmaster(place: Place): Start {
	forgetStrangers(place.data);
	const log = openLog(`${place.data}.log`);
	const from = fstatSync(log).size;
	const child = startAs(place.account, path.join(place.binaries.folder, 'postgres'), settings(place), log);
	const start: Start = { pid: child.pid, ended: undefined };
	closeSync(log);
	child.on('error', (error) => (start.ended = error.message));
	child.on('exit', () => (start.ended = tailOf(`${place.data}.log`, from)));
	return start;
}

/** Small and safe: nothing by network, every commit on the disk, and nothing that people wrote in its log. */
function settings({ data, account, binaries }: Place): string[] {
	const values = {
		listen_addresses: '',
		unix_socket_directories: socketFolderFor(data, account),
		unix_socket_permissions: '0700',
		fsync: 'on',
		synchronous_commit: 'on',
		full_page_writes: 'on',
		max_connections: '100',
		shared_buffers: '64MB',
		max_wal_size: '256MB',
		timezone: 'UTC',
		log_timezone: 'UTC',
		log_min_messages: 'error',
		log_min_error_statement: 'panic',
		log_error_verbosity: 'terse',
		log_checkpoints: 'off',
		...(binaries.version >= 18 ? { io_method: 'sync' } : {})
	};
	return ['-D', data, ...Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
}

/**
 * After a crash the number in `postmaster.pid` may by now be somebody else's (small in a container, and often the
 * same). PostgreSQL would wait for that stranger for ever.
 */
function forgetStrangers(data: string): void {
	const before = pidFile(data);
	const pid = Number(before.split('\n')[0]);
	if (!pid || !isAlive(pid) || isPostgres(pid) || pidFile(data) !== before) return;
	rmSync(path.join(data, 'postmaster.pid'), { force: true });
	const socketFolder = before.split('\n')[4];
	if (socketFolder) rmSync(path.join(socketFolder, '.s.PGSQL.5432.lock'), { force: true });
}

function pidFile(data: string): string {
	try {
		return readFileSync(path.join(data, 'postmaster.pid'), 'utf8');
	} catch {
		return '';
	}
}

/** proc(5): the name stands in brackets, the state follows; one that is dead and not yet buried (Z) counts as gone. */
export function isPostgres(pid: number): boolean {
	try {
		const [, name, state = ''] = /\((.*)\) (\S)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
		return name === 'postgres' && !'ZX'.includes(state);
	} catch {
		return false;
	}
}

export function isAlive(pid: number): boolean {
	if (!pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/** Beside the data, so that it outlives whoever started the database; begun anew at 5 MB, one old one kept. */
function openLog(file: string): number {
	if (existsSync(file) && statSync(file).size > 5_000_000) renameSync(file, `${file}.1`);
	return openSync(file, 'a', 0o600);
}

/** What was written since; nothing when the log has gone, since then so has the folder. */
function tailOf(file: string, from: number): string {
	try {
		return readFileSync(file).subarray(from).toString().slice(-20_000);
	} catch {
		return '';
	}
}
