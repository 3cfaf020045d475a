import { setTimeout as pause } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { follow } from './follow.ts';
import { tell } from './live.sql.ts';
import { watch } from './watch.ts';

const says = (world: OwnWorld, topic: string) => world.do(({ db }) => tell(db, topic));

test(
	'what is told in a transaction is heard once it is kept, by those of its topic, and once for all at the same moment',
	withOwnWorld(async (world) => {
		const [heard, other] = [vi.fn(), vi.fn()];
		const watching = [watch('one', heard), watch('two', other)];
		try {
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 3000 }).toBeGreaterThan(0);
			await pause(200);
			heard.mockClear();
			other.mockClear();
			await world.do(async ({ db }) => {
				for (let times = 0; times < 5; times++) await tell(db, 'one');
				await pause(150);
				expect(heard).not.toHaveBeenCalled();
			});
			await expect.poll(() => heard.mock.calls.length, { timeout: 1000 }).toBe(1);
			expect(other).not.toHaveBeenCalled();
		} finally {
			for (const one of watching) one.stop();
		}
	})
);

test(
	'what is asked for twice is made once, until there is something new; what could not be made is made anew',
	withOwnWorld(async (world) => {
		const heard = vi.fn();
		const watching = watch('one', heard);
		try {
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 3000 }).toBeGreaterThan(0);
			await pause(200);
			const make = vi.fn(async () => 'made');
			expect(await Promise.all([watching.once('key', make), watching.once('key', make)])).toEqual([
				'made',
				'made'
			]);
			expect(make).toHaveBeenCalledTimes(1);
			heard.mockClear();
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 1000 }).toBe(1);
			await watching.once('key', make);
			expect(make).toHaveBeenCalledTimes(2);
			await expect(watching.once('other', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
			expect(await watching.once('other', make)).toBe('made');
		} finally {
			watching.stop();
		}
	})
);

test(
	'a line that the database ended is made anew, and what was told meanwhile is looked for',
	withOwnWorld(async (world) => {
		const heard = vi.fn();
		const watching = watch('one', heard);
		try {
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 3000 }).toBeGreaterThan(0);
			const ended = await world.do(
				({ db }) => db`
					select pg_terminate_backend(pid) from pg_stat_activity
					where datname = current_database() and query ilike 'listen%'`
			);
			expect(ended.length).toBeGreaterThan(0);
			heard.mockClear();
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(0);
			await pause(9000);
			heard.mockClear();
			await says(world, 'one');
			await expect.poll(() => heard.mock.calls.length, { timeout: 4000, interval: 10 }).toBeGreaterThan(0);
		} finally {
			watching.stop();
		}
	}),
	40_000
);

test(
	'whoever follows is told what is new from where they stood, the same never twice, and that it is over',
	withOwnWorld(async (world) => {
		let last = 2;
		const look = vi.fn(async (since: string) =>
			last < 0 ? null : { cursor: String(last), mark: String(last), from: since }
		);
		const response = follow({
			topic: 'one',
			from: '1',
			look,
			may: async () => true,
			key: '',
			say: ({ from, cursor }) => `${from} to ${cursor}`,
			lost: (error) => expect.unreachable(String(error))
		});
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		let said = '';
		const read = async (until: RegExp) => {
			while (!until.test(said)) {
				const { value, done } = await reader.read();
				if (done) return;
				said += value;
			}
		};
		await read(/data: 1 to 2/);
		last = 3;
		await says(world, 'one');
		await read(/data: 2 to 3/);
		await says(world, 'one');
		await pause(300);
		last = -1;
		await says(world, 'one');
		await read(/event: over/);
		expect((await reader.read()).done).toBe(true);
		expect(said.match(/event: news/g)).toHaveLength(2);
		expect(said).toContain('id: 3\n');
	})
);

test(
	'whoever may follow no longer is told that it is over, and nothing else',
	withOwnWorld(async (world) => {
		let last = 2;
		const response = follow({
			topic: 'one',
			from: '2',
			look: async () => ({ cursor: String(last), mark: String(last) }),
			may: async ({ cursor }) => cursor === '2',
			key: '',
			say: ({ cursor }) => `now ${cursor}`,
			lost: (error) => expect.unreachable(String(error))
		});
		const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
		let said = '';
		for (let part = await reader.read(); !part.done; part = await reader.read()) {
			said += part.value;
			if (!said.includes('now 2')) continue;
			last = 3;
			await says(world, 'one');
		}
		expect(said).toContain('event: over');
		expect(said).not.toContain('now 3');
	})
);
