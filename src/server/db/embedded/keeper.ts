import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import postgres from 'postgres';
import { setTimeout as pause } from 'node:timers/promises';
import type { Place } from './place.ts';
import { isPostgres, postmasterIn, startPostmaster, type Postmaster, type Start } from './postmaster.ts';
import { DatabaseTrouble } from '../trouble.ts';
import { explain, isPassing } from './explain.ts';

/**
 * Every process that uses the database holds one connection with a shared advisory lock for as long as it lives.
 * Whoever leaves asks for the same lock alone: the last one gets it, and stops the server, while newcomers wait at the
 * lock until the server is gone and then start it again. A killed process loses its lock with its connection.
 */
export type Keeper = {
	readonly socketFolder: string;
	/** Whether this process started the server, or found it running. */
	readonly started: boolean;
	readonly lost: Promise<void>;
	leave(): Promise<void>;
};

const key = 7252274;
const patience = 120_000;

/** Starts the server, or joins the one that runs. */
export async function attach(place: Place): Promise<Keeper> {
	let start: Start | undefined;
	for (
		const deadline = Date.now() + patience;
		Date.now() < deadline;
		await pause(start?.ended === undefined ? 20 : 200)
	) {
		const running = postmasterIn(place.data);
		const held = running && (await hold(running, start?.pid === running.pid));
		if (held) return held;
		if (start?.ended !== undefined && !isPassing(start.ended)) throw explain(start.ended, place.data);
		if (!running && (!start || start.ended !== undefined)) {
			await removeRemnant(place.data);
			start = startPostmaster(place);
		}
	}
	throw new DatabaseTrouble(
		`PostgreSQL does not answer on ${place.data} (its log is ${place.data}.log). Stop it, then start Placard again.`
	);
}

/** A crash of the machine can leave an empty lock file, which PostgreSQL leaves to people. Whoever starts fills it at once. */
async function removeRemnant(data: string): Promise<void> {
	const file = path.join(data, 'postmaster.pid');
	const found = await stat(file).catch(() => undefined);
	if (found?.size === 0 && Date.now() - found.mtimeMs > 5_000) await rm(file, { force: true });
}

async function hold(running: Postmaster, started: boolean): Promise<Keeper | undefined> {
	const lost = Promise.withResolvers<void>();
	const sql = postgres({ ...options(running), onclose: () => lost.resolve() });
	try {
		await sql`select pg_advisory_lock_shared(${key})`;
		await createDatabase(sql);
		return {
			socketFolder: running.socketFolder,
			started,
			lost: lost.promise,
			leave: () => leave(sql, running)
		};
	} catch (error) {
		await sql.end({ timeout: 0 });
		if (!isComing(error)) throw error;
		return undefined;
	}
}

function options({ socketFolder }: Postmaster) {
	return {
		host: socketFolder,
		database: 'postgres',
		username: 'placard',
		// One connection, never renewed: the lock lives in its session.
		max: 1,
		max_lifetime: null,
		fetch_types: false,
		connect_timeout: 10,
		connection: { application_name: `placard keeper ${process.pid}` }
	};
}

/** The database may be here already, or be made by another process at this very moment. */
async function createDatabase(sql: postgres.Sql): Promise<void> {
	const [there] = await sql`select from pg_database where datname = 'placard'`;
	if (there) return;
	try {
		await sql`create database placard`;
	} catch (error) {
		if (!['42P04', '23505'].includes((error as { code: string }).code)) throw error;
	}
}

/** Starting up, shutting down, or gone between two looks. */
function isComing(error: unknown): boolean {
	const { code = '' } = error as { code?: string };
	return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'CONNECTION_CLOSED', 'CONNECTION_ENDED',
		'CONNECTION_DESTROYED', 'CONNECT_TIMEOUT', '57P01', '57P02', '57P03'].includes(code); // prettier-ignore
}

async function leave(sql: postgres.Sql, running: Postmaster): Promise<void> {
	try {
		await sql`select pg_advisory_unlock_shared(${key})`;
		const [answer] = await sql<{ alone: boolean }[]>`select pg_try_advisory_lock(${key}) as alone`;
		if (answer?.alone) await stop(running);
	} catch (error) {
		if (!isComing(error)) throw error;
	}
	await sql.end({ timeout: 0 });
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, the rest is on the disk. */
async function stop({ pid }: Postmaster): Promise<void> {
	interrupt(pid);
	for (const deadline = Date.now() + 30_000; isPostgres(pid) && Date.now() < deadline;) await pause(10);
}

/** It may have ended by itself a moment ago: then there is nothing to stop. */
function interrupt(pid: number): void {
	try {
		process.kill(pid, 'SIGINT');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
}
