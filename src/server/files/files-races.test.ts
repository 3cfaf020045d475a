import { fork } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { filesFolder } from '../../../tests/files.ts';
import { withOwnWorld } from '../../../tests/world.ts';
import { store } from './store.ts';
import { sweep } from './sweep.ts';

test(
	'two processes that store, purge and sweep the same bytes lose none that a file names, and leave none that no file names',
	withOwnWorld(async (world) => {
		const env = { ...process.env, DATABASE_URL: world.url, FILES_DIR: filesFolder };
		const processes = [1, 2].map(() => fork('tests/processes/keep-files.ts', { env, execArgv: [] }));
		const codes = await Promise.all(processes.map(async (child) => (await once(child, 'exit'))[0] as number));
		expect(codes).toEqual([0, 0]);
		await sweep(new Date(Date.now() + 2 * 24 * 60 * 60_000));
		const named = await world.do(
			({ db }) => db<{ sha256: string }[]>`select distinct sha256 from files.file where sha256 is not null`
		);
		const stored = (await Array.fromAsync(store().list())).map(({ sha256 }) => sha256);
		expect(named.length).toBeGreaterThan(0);
		expect(stored.sort()).toEqual(named.map(({ sha256 }) => sha256).sort());
	}),
	60_000
);
