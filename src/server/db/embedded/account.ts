import {
	spawn,
	spawnSync,
	type ChildProcess,
	type SpawnOptions,
	type SpawnSyncReturns
} from 'node:child_process';

/** Who runs PostgreSQL, which refuses root: ourselves, another account, or root made nobody by a user namespace. */
export type Account = {
	readonly uid: number;
	readonly gid: number;
	readonly via: 'self' | 'switch' | 'namespace';
};

const nobodyId = 65534;
const unshare = ['unshare', '--user', `--map-user=${nobodyId}`, `--map-group=${nobodyId}`, '--'] as const;

export const nobody: Account = { uid: nobodyId, gid: nobodyId, via: 'switch' };
/** Files belong to root outside the namespace, so folders that only root may enter are no obstacle. */
export const rootAsNobody: Account = { uid: 0, gid: 0, via: 'namespace' };

export function ourselves(): Account {
	return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0, via: 'self' };
}

export function isRoot(): boolean {
	return process.getuid?.() === 0;
}

/** As root, existing data is served by whoever owns it. */
export function ownerAccount({ uid, gid }: { uid: number; gid: number }): Account {
	if (!isRoot()) return ourselves();
	return uid === 0 ? rootAsNobody : { uid, gid, via: 'switch' };
}

export function runAs(account: Account, program: string, args: readonly string[]): SpawnSyncReturns<string> {
	const [file, ...rest] = commandOf(account, program, args);
	return spawnSync(file!, rest, { ...optionsOf(account), encoding: 'utf8' });
}

/** In a session of its own, so that Ctrl-C in a terminal reaches us and not the database. */
export function startAs(
	account: Account,
	program: string,
	args: readonly string[],
	log: number
): ChildProcess {
	const [file, ...rest] = commandOf(account, program, args);
	const child = spawn(file!, rest, { ...optionsOf(account), detached: true, stdio: ['ignore', log, log] });
	child.unref();
	return child;
}

/** Asked of the machine itself: modes, access lists and mounts all have their say. */
export function canEnter(account: Account, folder: string): boolean {
	return runAs(account, '/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder]).status === 0;
}

export function canRun(account: Account, program: string): boolean {
	return runAs(account, program, ['--version']).status === 0;
}

function commandOf({ via }: Account, program: string, args: readonly string[]): string[] {
	return via === 'namespace' ? [...unshare, program, ...args] : [program, ...args];
}

/** A bare environment: PGDATA, PGPORT and their like must not reach the server. */
function optionsOf({ uid, gid, via }: Account): SpawnOptions {
	const env = { LC_ALL: 'C', PATH: process.env['PATH'] ?? '/usr/bin:/bin' };
	return { cwd: '/', env, ...(via === 'switch' ? { uid, gid } : {}) };
}
