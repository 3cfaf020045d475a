import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	changeFilter,
	deleteFilter,
	listExpressions,
	saveFilter,
	showFilter,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, otherLead, roleless, sent, sentBy } from '../../../../../tests/expression-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const administrator = { ...otherLead, roles: ['administrator'] } as Actor;
const save = (world: World, name: string, query: string, shared?: 'yes', as: Actor = lead) =>
	saveFilter.within(world.as(as), { slug, name, query, ...(shared ? { shared } : {}) });
const saved = async (world: World, as: Actor = lead) =>
	(await listExpressions.within(world.as(as), { slug } as never)).saved;

test(
	'narrowings are saved by host staff alone; one’s own are nobody else’s, and shared ones everybody’s to use',
	withWorld(async (world) => {
		await aCall(world);
		const held = await sent(world);
		for (const stranger of [visitor, held.actor, linkOnly, roleless])
			await expect(save(world, 'x', '?kind=access', 'yes', stranger)).rejects.toMatchObject(notFound);
		await save(world, 'Mine', '?kind=access');
		await save(world, 'Ours', '?kind=definition&page=3&nonsense=1', 'yes');
		expect(await saved(world)).toMatchObject([
			{ name: 'Mine', count: 1, isMine: true },
			{ name: 'Ours', count: 0, query: '?kind=definition' }
		]);
		const others = await saved(world, otherLead);
		expect(others).toMatchObject([{ name: 'Ours', isMine: false, mayChange: false }]);
		const [mine] = await saved(world);
		const own = { slug, filter: mine!.id };
		const ours = { slug, filter: others[0]!.id };
		for (const stranger of [visitor, held.actor, linkOnly, otherLead, administrator])
			for (const use of [showFilter, deleteFilter])
				await expect(use.within(world.as(stranger), own)).rejects.toMatchObject(notFound);
		await expect(deleteFilter.within(world.as(otherLead), ours)).rejects.toMatchObject(notFound);
		await changeFilter.within(world.as(administrator), { ...ours, name: ' Team’s  own ', shared: 'yes' });
		expect(await saved(world, otherLead)).toMatchObject([{ name: 'Team’s own' }]);
		await changeFilter.within(world.as(lead), { ...ours, name: 'Back' });
		expect(await saved(world, otherLead)).toEqual([]);
		await deleteFilter.within(world.as(lead), own);
		expect(await saved(world)).toMatchObject([{ name: 'Back' }]);
	})
);

test(
	'a narrowing needs a name, and something that it narrows by',
	withWorld(async (world) => {
		await aCall(world);
		await expect(save(world, ' ', '?q=x')).rejects.toMatchObject({ fields: { name: 'missing' } });
		await expect(save(world, 'x'.repeat(61), '?q=x')).rejects.toMatchObject({ fields: { name: 'too-long' } });
		for (const query of ['', '?page=2', '?sort=newest', '?nonsense=1'])
			await expect(save(world, 'x', query), query).rejects.toMatchObject({ fields: { query: 'missing' } });
		await save(world, 'By name', '?sort=name');
		expect(await saved(world)).toMatchObject([{ query: '?sort=name' }]);
	})
);

test(
	'the number beside a saved narrowing is what it gives to whoever looks, now',
	withWorld(async (world) => {
		await aCall(world);
		const gone = await sentBy(world, 'Gone');
		await sentBy(world, 'Kept');
		await save(world, 'Repairs', '?q=repairs', 'yes');
		await save(world, 'Mine', '?assigned=mine', 'yes');
		expect((await saved(world, otherLead)).map(({ count }) => count)).toEqual([0, 2]);
		await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
		expect((await saved(world)).map(({ count }) => count)).toEqual([0, 1]);
	})
);
