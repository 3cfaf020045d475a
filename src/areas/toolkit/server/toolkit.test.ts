import { expect, test } from 'vitest';
import { listActivities, showActivity, showPath, takeActivity, takeToolkit } from '#areas/toolkit/server';
import { activityForPrograms } from '#areas/toolkit';
import { withWorld, type World } from '../../../../tests/world.ts';

const list = (world: World, looked: object = {}) =>
	listActivities.within(world.as(), { locale: 'en', ...looked });

test(
	'anyone looks through the toolkit; an address with nonsense in it narrows nothing',
	withWorld(async (world) => {
		const { cards, all } = await list(world);
		expect(cards).toHaveLength(all);
		const nonsense = { box: 'kitchen', kind: ['a', 'b'], minutes: 'soon', people: '-3' } as object;
		expect((await list(world, nonsense)).cards).toHaveLength(all);
		expect((await list(world, { minutes: '40', people: '3' })).cards.length).toBeLessThan(all);
		expect((await list(world, { q: 'zzz' })).cards).toEqual([]);
	})
);

test(
	'one that is not there is not found, in a page and for programs',
	withWorld(async (world) => {
		for (const activity of ['nothing', 'Map-The-Power', '../map-the-power', '__proto__']) {
			await expect(showActivity.within(world.as(), { activity, locale: 'en' })).rejects.toMatchObject({
				code: 'not-found'
			});
			await expect(takeActivity.within(world.as(), { activity })).rejects.toMatchObject({
				code: 'not-found'
			});
		}
	})
);

test(
	'a card says in which language each part of it is',
	withWorld(async (world) => {
		const english = await showActivity.within(world.as(), { activity: 'map-the-power', locale: 'en' });
		expect(english).toMatchObject({ lang: 'en', bodyLang: 'en', sessions: [4], isOwn: false, from: null });
		expect(english.steps[0]).toMatchObject({ minutes: 5 });
	})
);

test(
	'programs take all of it, with the minutes of each step and the path',
	withWorld(async (world) => {
		const { given, sessions } = await takeToolkit.within(world.as(), {});
		const one = activityForPrograms(given[0]!, 'https://example.org/toolkit/x');
		expect(one.words['en']).toMatchObject({
			checkedByASpeaker: true,
			steps: expect.arrayContaining([
				expect.objectContaining({ minutes: expect.any(Number) as number })
			]) as []
		});
		expect(sessions).toHaveLength(6);
		const path = await showPath.within(world.as(), { locale: 'en' });
		expect(path.sessions.map(({ cards }) => cards.length)).toEqual([3, 2, 3, 3, 4, 3]);
		expect(path.sessions[0]!.minutes).toEqual({ from: 120, to: 180 });
	})
);
