import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloneDatabase, dropDatabase, useDatabase } from '../database.ts';
import { OwnWorld } from '../world.ts';

/** Placard as it ships, the built server in a process of its own, on a database of its own. */
export class RunningPlacard extends OwnWorld {
	readonly address: string;
	/** What it printed: the place where sign-in links show when there is no SMTP server. */
	printed = '';
	#child: ChildProcess;
	#tidy: () => Promise<void>;

	private constructor(url: string, address: string, child: ChildProcess, tidy: () => Promise<void>) {
		super(url);
		this.address = address;
		this.#child = child;
		this.#tidy = tidy;
		child.stdout!.on('data', (text: Buffer) => (this.printed += text.toString()));
	}

	static async start(env: Record<string, string> = {}): Promise<RunningPlacard> {
		const url = await cloneDatabase();
		const data = await mkdtemp(path.join(tmpdir(), 'placard-journey-'));
		const goBack = await useDatabase(url);
		const { child, address, printed } = await serve({ ...env, DATABASE_URL: url }, data);
		const placard = new RunningPlacard(url, address, child, async () => {
			await goBack();
			await dropDatabase(url);
			await rm(data, { recursive: true, force: true });
		});
		placard.printed = printed;
		return placard;
	}

	async stop(): Promise<void> {
		if (this.#child.exitCode === null) {
			this.#child.kill('SIGTERM');
			await once(this.#child, 'exit');
		}
		await this.#tidy();
	}
}

/** Starts `placard serve` on a free port and waits until it says where it is. */
export async function serve(env: Record<string, string>, data: string) {
	const child = spawn(process.execPath, ['cli/placard.ts', 'serve', '--port', '0', '--data', data], {
		env: { ...process.env, PLACARD_TEST: '1', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let printed = '';
	let wrong = '';
	child.stderr.on('data', (text: Buffer) => (wrong += text.toString()));
	const address = await new Promise<string>((resolve, reject) => {
		const late = setTimeout(
			() => reject(new Error(`Placard did not start in 30 s.\n${printed}${wrong}`)),
			30_000
		);
		child.stdout.on('data', (text: Buffer) => {
			printed += text.toString();
			const found = /https?:\/\/[^\s/]+:\d+/.exec(printed);
			if (found) resolve((clearTimeout(late), found[0]));
		});
		child.once('exit', (code) => reject(new Error(`Placard stopped with ${code}.\n${printed}${wrong}`)));
	});
	return { child, address, printed };
}
