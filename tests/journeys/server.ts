import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, dropDatabase, useDatabase } from '../database.ts';
import { serve, type Said } from '../serve.ts';
import { OwnWorld } from '../world.ts';

type Served = Awaited<ReturnType<typeof serve>>;

/** Placard as it ships, the built server in a process of its own, on a database of its own. */
export class RunningPlacard extends OwnWorld {
	readonly address: string;
	readonly said: Said;
	#child: ChildProcess;
	#tidy: () => Promise<void>;

	private constructor(url: string, { address, child, said }: Served, tidy: () => Promise<void>) {
		super(url);
		this.address = address;
		this.#child = child;
		this.said = said;
		this.#tidy = tidy;
	}

	static async start(env: Record<string, string> = {}): Promise<RunningPlacard> {
		const url = await cloneDatabase();
		const data = await mkdtemp(path.join(tmpdir(), 'placard-journey-'));
		const goBack = await useDatabase(url);
		const served = await serve({ ...env, DATABASE_URL: url }, data);
		return new RunningPlacard(url, served, async () => {
			await goBack();
			await dropDatabase(url);
			await rm(data, { recursive: true, force: true });
		});
	}

	get printed(): string {
		return this.said.printed;
	}

	async stop(): Promise<void> {
		if (this.#child.exitCode === null) {
			this.#child.kill('SIGTERM');
			await once(this.#child, 'exit');
		}
		await this.#tidy();
	}
}
