import { PgBoss } from 'pg-boss';
import { afterEach, expect, test, vi } from 'vitest';
import { withOwnWorld, type OwnWorld } from '../../../tests/world.ts';
import { enqueue, stopSender } from './queue.ts';

afterEach(() => vi.restoreAllMocks());

const ask = (world: OwnWorld, number: number) =>
	world.do(({ db }) => enqueue(db, 'nobody', { number: String(number) }));
const waiting = (world: OwnWorld) =>
	world.do(async ({ db }) => {
		const rows = await db<{ number: string }[]>`
			select data -> 'details' ->> 'number' as number from pgboss.job where name = 'listeners' order by 1`;
		return rows.map(({ number }) => number);
	});

test(
	'when the database was away, who sent to the queue is stopped, and another goes on',
	withOwnWorld(async (world) => {
		await stopSender();
		const started = vi.spyOn(PgBoss.prototype, 'start');
		const stopped = vi.spyOn(PgBoss.prototype, 'stop');
		await ask(world, 1);
		const [first] = started.mock.contexts as PgBoss[];
		first!.emit('error', new Error('the database is away'));
		await ask(world, 2);
		expect(stopped.mock.contexts).toEqual([first]);
		expect(started.mock.contexts).toHaveLength(2);
		expect(await waiting(world)).toEqual(['1', '2']);
	})
);

test(
	'one that could not begin is not asked again',
	withOwnWorld(async (world) => {
		await stopSender();
		vi.spyOn(PgBoss.prototype, 'start').mockRejectedValueOnce(new Error('no connection is left'));
		await expect(ask(world, 1)).rejects.toThrow('no connection is left');
		await ask(world, 2);
		expect(await waiting(world)).toEqual(['2']);
	})
);
