import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { closeDatabase, optionsFrom } from '#server/db';
import { stopSender } from '../../../src/server/use-case/queue.ts';
import { childrenOf, kill } from '../../processes.ts';
import { serve } from '../../serve.ts';
import { OwnWorld } from '../../small-world.ts';
import { stop } from '../placard.ts';

export type Served = Awaited<ReturnType<typeof serve>>;

/** A Placard with a database of its own in one folder, as `npm start` makes it, to be killed and opened again. */
export class OwnHouse extends OwnWorld {
	readonly data: string;
	readonly #served: Served[] = [];

	private constructor(data: string) {
		super(`postgres://placard@${encodeURIComponent(path.join(data, 'postgres'))}/placard`);
		this.data = data;
	}

	/** In a new folder, under `at` if that is given. */
	static async make(at: string = tmpdir()): Promise<OwnHouse> {
		return new OwnHouse(path.join(await mkdtemp(path.join(at, 'placard-kill-')), 'data'));
	}

	async serve(): Promise<Served> {
		const served = await serve({ DATABASE_URL: '', LOG_LEVEL: 'fatal', TRUST_PROXY: '1' }, this.data);
		this.#served.push(served);
		return served;
	}

	/** Work of ours in its database, through a pool that is gone afterwards and so never in the way. */
	async furnish(work: () => Promise<void>): Promise<void> {
		process.env['DATABASE_URL'] = this.url;
		await work();
		await stopSender();
		await closeDatabase();
		delete process.env['DATABASE_URL'];
	}

	/** One connection, as of any client. */
	client(): postgres.Sql {
		return postgres({ ...optionsFrom(this.url), max: 1 });
	}

	/** The server of the database, and with `all` every process that it started. */
	killDatabase({ all }: { all: boolean }): void {
		const pid = this.postmaster();
		if (!pid) return;
		for (const each of all ? [pid, ...childrenOf(pid)] : [pid]) kill(each);
	}

	postmaster(): number | undefined {
		try {
			return Number(readFileSync(path.join(this.data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
		} catch {
			return undefined;
		}
	}

	async end(): Promise<void> {
		try {
			await Promise.all(this.#served.map(({ child }) => stop(child)));
		} finally {
			this.killDatabase({ all: true });
			await pause(100);
			await rm(path.dirname(this.data), { recursive: true, force: true, maxRetries: 5 });
		}
	}
}
