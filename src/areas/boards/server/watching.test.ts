import { expect, test } from 'vitest';
import { lastChangeOf, watchBoard } from '#areas/boards/server';
import { house, visitor } from '#shared/actor';
import { writes } from '../../../../tests/campaign-boards.ts';
import { someone } from '../../../../tests/campaign-world.ts';
import { aRoom, comesIn } from '../../../../tests/rooms.ts';
import { withWorld } from '../../../../tests/world.ts';

const gone = { code: 'not-found' };

test(
	'nobody is told that a board changes but who takes part in its campaign',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const { slug, board } = at;
		await world.db`update boards.board set share = 'public'`;
		await world.db`update campaigns.campaign set share = 'public'`;
		const phone = await comesIn(world, at.code);
		for (const actor of [visitor, phone.actor, await someone(world, 'Noor')]) {
			await expect(watchBoard.within(world.as(actor), { slug, board })).rejects.toMatchObject({
				code: expect.stringMatching(/not-found|not-allowed/)
			});
		}
		const { board: id, topic } = await watchBoard.within(world.as(at.asha), { slug, board });
		expect(topic).toBe(`board ${id}`);
		await expect(lastChangeOf.within(world.as(at.asha), { board: id })).rejects.toMatchObject(gone);
	})
);

test(
	'each change of a board has a number of its own, and one that is gone has none',
	withWorld(async (world) => {
		const at = await aRoom(world);
		const { board: id } = await watchBoard.within(world.as(at.asha), at);
		const now = async () => (await lastChangeOf.within(world.as(house), { board: id }))?.cursor;
		const before = await now();
		await writes(world, { ...at, by: at.asha, text: 'Mould again.' });
		expect(Number(await now())).toBeGreaterThan(Number(before));
		await world.db`delete from boards.board where id = ${id}`;
		expect(await now()).toBeUndefined();
	})
);
