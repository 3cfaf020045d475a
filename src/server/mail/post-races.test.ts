import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, test, vi } from 'vitest';
import { queueMail, template } from '#server/mail';
import { withOwnWorld } from '../../../tests/world.ts';
import { everythingKept } from '../../../tests/everything-kept.ts';
import { openPostOffice } from '../../../tests/post-office.ts';

template('race', { on: async () => Promise.resolve({}), subject: () => '', body: () => [] });

test(
	'two processes that send at once send each letter once, and neither writes a secret down',
	withOwnWorld(async (world) => {
		const post = await openPostOffice();
		const processes = [started(world.url), started(world.url)];
		await Promise.all(processes.map(({ child }) => once(child, 'message')));
		const readers = Array.from({ length: 40 }, (_, n) => `reader${n}@example.org`);
		for (const to of readers)
			await world.do((inside) =>
				queueMail(inside.as(undefined, new Date()), { to, template: 'race', locale: 'en', details: {} })
			);
		await vi.waitFor(() => expect(post).toHaveLength(readers.length), 30_000);
		const said = await Promise.all(processes.map(stopped));
		expect(post.map(({ to }) => to[0]).sort()).toEqual([...readers].sort());
		const kept = await world.do(({ db }) => everythingKept(db));
		const tokens = post.map(({ text }) => /return\/(\w+)/.exec(text)![1]!);
		expect(new Set(tokens).size).toBe(readers.length);
		expect(said.every((log) => log.includes('ready to send'))).toBe(true);
		expect(new Set(post.map(({ text }) => /process (\d+)/.exec(text)![1])).size).toBe(2);
		for (const token of tokens) expect(kept + said.join('')).not.toContain(token);
	}),
	60_000
);

type Process = { child: ChildProcess; said: string[] };

function started(url: string): Process {
	const env = { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'trace' };
	const child = fork('tests/processes/post.ts', {
		env,
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
		execArgv: []
	});
	const said: string[] = [];
	for (const stream of [child.stdout, child.stderr]) stream!.on('data', (piece) => said.push(String(piece)));
	return { child, said };
}

async function stopped({ child, said }: Process): Promise<string> {
	child.send('stop');
	const [code] = (await once(child, 'exit')) as [number];
	expect([code, said.join('')]).toEqual([0, expect.anything()]);
	return said.join('');
}
