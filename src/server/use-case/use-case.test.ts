import * as v from 'valibot';
import { expect, test } from 'vitest';
import { anyone, every, nothing, on, useCase, type Rule } from '#server/use-case';
import { visitor } from '#shared/actor';
import { withOwnWorld, withWorld } from '../../../tests/world.ts';
import { inTransaction } from '#server/db';

const nobody: Rule<unknown> = function nobody() {
	return false;
};
const wave = useCase('house.wave', {
	input: v.object({ id: v.pipe(v.string(), v.maxLength(20, 'too-long')) }),
	on: nothing,
	may: anyone,
	async run({ record }, { id }) {
		await record('hand.waved', { id });
		return id;
	}
});
const waveUntraced = useCase('house.waveUntraced', {
	input: v.object({ id: v.string() }),
	on: nothing,
	may: anyone,
	trace: 'week',
	run: ({ record }, { id }) => record('hand.waved', { id })
});
const closed = useCase('house.closed', { input: v.object({}), on: nothing, may: nobody, run: () => 'never' });
const missing = useCase('house.missing', {
	input: v.object({}),
	on: () => undefined,
	may: anyone,
	run: () => 'never'
});

const heard: string[] = [];
on('hand.waved', async function waveBack(_, { id }) {
	heard.push(String(id));
	await Promise.resolve();
});

test(
	'what one may not see and what does not exist are answered alike',
	withWorld(async (world) => {
		await expect(closed.within(world.as(), {})).rejects.toMatchObject({ code: 'not-found' });
		await expect(missing.within(world.as(), {})).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'input of the wrong shape is refused with one code a field',
	withWorld(async (world) => {
		await expect(wave.within(world.as(), { id: 'x'.repeat(21) })).rejects.toMatchObject({
			fields: { id: 'too-long' }
		});
		await expect(wave.within(world.as(), {} as never)).rejects.toMatchObject({ fields: { id: 'missing' } });
		await expect(wave.within(world.as(), { id: 7 } as never)).rejects.toMatchObject({
			fields: { id: 'wrong-kind' }
		});
	})
);

test(
	'an act is written down, and those who listen follow it once',
	withWorld(async (world) => {
		heard.length = 0;
		await wave.within(world.as(), { id: 'a' });
		expect(await world.events()).toEqual(['hand.waved']);
		expect(await world.runJobs()).toEqual(['waveBack']);
		expect(await world.runJobs()).toEqual([]);
		expect(heard).toEqual(['a']);
	})
);

test(
	'an untraced act keeps the week alone and queues nothing',
	withWorld(async (world) => {
		await waveUntraced.within(world.as(visitor, new Date('2026-03-12T09:41Z')), { id: 'a' });
		const rows = await world.db`select at, actor from house.event`;
		expect(rows).toMatchObject([{ at: new Date('2026-03-09T00:00Z'), actor: null }]);
		expect(await world.db`select 1 from pgboss.job where name = 'listeners'`).toHaveLength(0);
	})
);

test(
	'when the act fails, neither the event nor the job stays',
	withOwnWorld(async (world) => {
		await expect(
			inTransaction(async (db) => {
				await wave.within({ db, actor: visitor, now: new Date() }, { id: 'a' });
				throw new Error('the lights went out');
			})
		).rejects.toThrow('lights');
		await world.do(async ({ db }) => {
			expect(await db`select 1 from house.event`).toHaveLength(0);
			expect(await db`select 1 from pgboss.job where name = 'listeners'`).toHaveLength(0);
		});
	})
);

test('listeners and timed work need names, since the queue knows them by name', () => {
	expect(() => on('hand.waved', async () => {})).toThrow('needs a name');
	expect(() => every('* * * * *', async () => {})).toThrow('needs a name');
});

test(
	'what no database can keep as text is left out, wherever it stands',
	withWorld(async (world) => {
		const keep = useCase('house.keep', {
			input: v.record(v.string(), v.unknown()),
			on: nothing,
			may: anyone,
			run: (_, input) => input
		});
		const day = new Date();
		const sent = { 'na\0me': 'Ei\0ra', list: ['\ud800half', { deep: 'x\0' }], day };
		const kept = { name: 'Eira', list: ['\ufffdhalf', { deep: 'x' }], day };
		expect(await keep.within(world.as(), sent)).toEqual(kept);
	})
);
