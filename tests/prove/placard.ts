import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { closeDatabase } from '#server/db';
import { prepareDatabase } from '#server/jobs';
import { embeddedPostgres, type Binaries, type Embedded } from '../../src/server/db/embedded/index.ts';
import { stopSender } from '../../src/server/use-case/queue.ts';
import { serve } from '../serve.ts';
import { OwnWorld } from '../small-world.ts';

type Served = Awaited<ReturnType<typeof serve>>;

/** A PostgreSQL of its own with an empty Placard in it, for proofs and the bench: outside any test runner. */
export class ProvingGround extends OwnWorld {
	readonly folder: string;
	#binaries: Binaries | undefined;
	#database: Embedded;
	#served: Served[] = [];

	private constructor(url: string, folder: string, database: Embedded, binaries: Binaries | undefined) {
		super(url);
		this.folder = folder;
		this.#database = database;
		this.#binaries = binaries;
	}

	/** `at`: where everything is kept, a folder of its own otherwise. `binaries`: another PostgreSQL than ours. */
	static async make({ at, binaries }: { at?: string; binaries?: Binaries } = {}): Promise<ProvingGround> {
		const folder = at ?? (await mkdtemp(path.join(tmpdir(), 'placard-proof-')));
		const database = await startDatabase(folder, binaries);
		await prepareDatabase(database.url);
		Object.assign(process.env, surroundings(database.url, folder));
		return new ProvingGround(database.url, folder, database, binaries);
	}

	/** The built server, in a process of its own, on this database. */
	async serve(env: Record<string, string> = {}): Promise<Served> {
		const served = await serve({ DATABASE_URL: this.url, ...env }, this.folder);
		this.#served.push(served);
		return served;
	}

	/** The database goes away, and comes back under the same address. */
	async stopDatabase(): Promise<void> {
		await this.#database.stop();
	}
	async startDatabase(): Promise<void> {
		this.#database = await startDatabase(this.folder, this.#binaries);
		if (this.#database.url !== this.url) throw new Error('The database came back somewhere else');
	}

	async end(): Promise<void> {
		try {
			await Promise.all(this.#served.map(({ child }) => stop(child)));
		} finally {
			await stopSender();
			await closeDatabase();
			await this.#database.stop();
			for (const name of Object.keys(surroundings(this.url, this.folder))) delete process.env[name];
			await rm(this.folder, { recursive: true, force: true });
		}
	}
}

/** What our own use cases find in the environment, as those of a server do. */
function surroundings(url: string, folder: string): Record<string, string> {
	return { DATABASE_URL: url, FILES_DIR: path.join(folder, 'files') };
}

function startDatabase(folder: string, binaries: Binaries | undefined): Promise<Embedded> {
	return embeddedPostgres(path.join(folder, 'data'), { say: () => {}, ...(binaries ? { binaries } : {}) });
}

/** Whoever is told to stop does, whatever happened to them before. */
export async function stop(child: Served['child'], signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	const late = setTimeout(() => child.kill('SIGKILL'), patience);
	await ended;
	clearTimeout(late);
	if (signal === 'SIGTERM' && child.signalCode === 'SIGKILL')
		throw new Error(`The server was told to stop, and went on for ${patience / 1000} s`);
}

/** Ten seconds for requests under way, ten for jobs, and a slow machine. */
const patience = 45_000;

/** A line of /proc/PID/status, in megabytes: VmRSS is what it holds now, VmHWM the most that it ever held. */
export function megabytes(pid: number, line: 'VmRSS' | 'VmHWM'): number {
	const found = new RegExp(`${line}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Math.round(Number(found![1]) / 1024);
}
