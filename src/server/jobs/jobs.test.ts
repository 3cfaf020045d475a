import { expect, test, vi } from 'vitest';
import { errand, errands, listeners, on } from '#server/use-case';
import { startJobs } from '#server/jobs';
import { enqueue } from '../use-case/queue.ts';
import { withOwnWorld } from '../../../tests/world.ts';

const done: string[] = [];
on('test.nothing', async function rememberOne(_, { id }) {
	done.push(String(id));
	await Promise.resolve();
});
on('test.nothing', async function stumble(_, { id }) {
	await Promise.resolve();
	if (id === 'b') throw new Error('stumbled');
	done.push(`walked ${String(id)}`);
});
const ask = errand(async function callOutside({ id }) {
	done.push(`called ${String(id)}`);
	await Promise.resolve();
});

test(
	'many jobs are done in a moment, and one that fails takes no other with it',
	withOwnWorld(async (world) => {
		done.length = 0;
		await world.do(async ({ db }) => {
			for (const id of ['a', 'b', 'c']) await enqueue(db, 'stumble', { id });
			for (let n = 0; n < 30; n++) await enqueue(db, 'rememberOne', { id: n });
			await ask({ db, actor: { kind: 'house' }, now: new Date() }, { id: 'x' });
		});
		const stop = await startJobs(world.url);
		await vi.waitFor(() => expect(done).toHaveLength(33), 8000);
		await stop();
		expect(done).toEqual(expect.arrayContaining(['walked a', 'walked c', 'called x']));
		const left = await world.do(
			({ db }) =>
				db`select data ->> 'listener' as listener, state, output::text from pgboss.job where state not in ('completed', 'created') and name = 'listeners'`
		);
		expect(left).toMatchObject([{ listener: 'stumble', state: 'retry' }]);
		expect(left[0]!['output']).not.toContain('stumbled');
	})
);

test(
	'a job for somebody unknown here waits for a Placard that knows them',
	withOwnWorld(async (world) => {
		await world.do(({ db }) => enqueue(db, 'fromTheFuture', {}));
		const stop = await startJobs(world.url);
		const state = () =>
			world.do(
				async ({ db }) =>
					(
						await db<
							{ state: string }[]
						>`select state from pgboss.job where data ->> 'listener' = 'fromTheFuture'`
					)[0]!.state
			);
		await vi.waitFor(async () => expect(await state()).toBe('retry'), 8000);
		await stop();
	})
);

test('everybody who follows has a name of their own', () => {
	const names = [...listeners, ...errands].map(({ name }) => name);
	expect(new Set(names).size).toBe(names.length);
});
