import { expect, test } from 'vitest';
import { saveWords, showHome } from '#areas/site/server';
import { aCall } from '../../../../tests/call-world.ts';
import { administrator } from '../../../../tests/site-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const home = (world: World, now = someDay) => showHome.within(world.as(undefined, now), { locale: 'en' });

test(
	'with nobody’s name and nothing on, the home page is that of a new Placard',
	withWorld(async (world) => {
		expect(await home(world)).toMatchObject({ isNew: true });
		await aCall(world, { published: null });
		expect(await home(world), 'a draft is nobody’s business').toMatchObject({ isNew: true });
	})
);

test(
	'as soon as there is a name or a call, it is somebody’s',
	withWorld(async (world) => {
		await aCall(world);
		const { isNew, calls } = await home(world);
		expect([isNew, calls.open.length]).toEqual([false, 1]);
	})
);

test(
	'a host without a call is shown with its words',
	withWorld(async (world) => {
		const words = { name: 'Common Ground', contact: '', languages: ['en'], words: {} } as const;
		await saveWords.within(world.as(administrator), { ...words, languages: ['en'], edition: 0 });
		expect(await home(world)).toMatchObject({ isNew: false, host: { name: 'Common Ground' } });
	})
);

test(
	'a call that has ended is no longer among the open ones',
	withWorld(async (world) => {
		const { closesAt } = await aCall(world);
		const after = new Date(closesAt.getTime() + 15 * 60_000);
		const { calls } = await home(world, after);
		expect([calls.open.length, calls.past.length]).toEqual([0, 1]);
	})
);
