import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import postgres from 'postgres';
import { closeDatabase, optionsFrom } from '#server/db';
import { prepareDatabase } from '#server/jobs';
import { stopSender } from '../../src/server/use-case/queue.ts';
import { serve } from '../serve.ts';
import { OwnWorld } from '../small-world.ts';
import { startTestServer } from '../test-server.ts';

type Served = Awaited<ReturnType<typeof serve>>;

/** A PostgreSQL of its own with an empty Placard in it, for proofs and the bench: outside any test runner. */
export class ProvingGround extends OwnWorld {
	readonly folder: string;
	#server: { stop: () => Promise<void> };
	#served: Served[] = [];

	private constructor(url: string, folder: string, server: { stop: () => Promise<void> }) {
		super(url);
		this.folder = folder;
		this.#server = server;
	}

	static async make(): Promise<ProvingGround> {
		const server = await startTestServer();
		const folder = await mkdtemp(path.join(tmpdir(), 'placard-proof-'));
		const url = await emptyDatabase(server.url);
		await prepareDatabase(url);
		Object.assign(process.env, { DATABASE_URL: url, FILES_DIR: path.join(folder, 'files') });
		return new ProvingGround(url, folder, server);
	}

	/** The built server, in a process of its own, on this database. */
	async serve(env: Record<string, string> = {}): Promise<Served> {
		const served = await serve({ DATABASE_URL: this.url, ...env }, this.folder);
		this.#served.push(served);
		return served;
	}

	async end(): Promise<void> {
		await Promise.all(this.#served.map(({ child }) => stop(child)));
		await stopSender();
		await closeDatabase();
		await this.#server.stop();
		await rm(this.folder, { recursive: true, force: true });
	}
}

export async function stop(child: Served['child'], signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}

/** A line of /proc/PID/status, in megabytes: VmRSS is what it holds now, VmHWM the most that it ever held. */
export function megabytes(pid: number, line: 'VmRSS' | 'VmHWM'): number {
	const found = new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Math.round(Number(found![1]) / 1024);
}

async function emptyDatabase(admin: string): Promise<string> {
	const sql = postgres({ ...optionsFrom(admin), max: 1 });
	const name = `proof_${process.pid}`;
	await sql.unsafe(`create database ${name}`).finally(() => sql.end());
	const url = new URL(admin);
	url.pathname = `/${name}`;
	return url.href;
}
