import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { roleless, sent } from '../../../../../tests/expression-world.ts';
import { eligible, into, seated, type Seated } from '../../../../../tests/panel-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';
import {
	answerSeat,
	declareConflict,
	endSeat,
	goOn,
	inviteToPanel,
	planPhases,
	showGoingOn,
	showPanelRoom
} from '../../server/index.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const chairEnds = { content: { terms: { chair: ['ends-phases'] } } };
type Next = 'eligibility' | 'review' | 'discussion' | 'selection' | 'release';
const on = (world: World, { actor }: Pick<Seated, 'actor'>, phase: Next, sure = 'yes') =>
	goOn.within(world.as(actor), { slug, phase, sure });
const page = (world: World, { actor }: Pick<Seated, 'actor'>) =>
	showGoingOn.within(world.as(actor), { slug });

test('a chair whom the call does not leave it to cannot go on, nor can anybody else', withWorld(async (world) => {
	await aCall(world, { content: { terms: { chair: ['breaks-ties', 'releases'] } } });
	const chair = await seated(world, 'Bethan', { part: 'chair' });
	const panellist = await seated(world, 'Carys');
	const held = await sent(world);
	for (const { actor } of [chair, panellist, held, { actor: visitor }, { actor: roleless }, { actor: lead }]) {
		await expect(showGoingOn.within(world.as(actor), { slug })).rejects.toMatchObject(notFound);
		await expect(goOn.within(world.as(actor), { slug, phase: 'eligibility', sure: 'yes' })).rejects.toMatchObject(notFound);
	}
	expect((await showPanelRoom.within(world.as(chair.actor), { slug })).maySetPhase).toBe(false);
})); // prettier-ignore

test('the acting chair sees what follows and goes on, one phase at a time', withWorld(async (world) => {
	await aCall(world, chairEnds);
	const chair = await seated(world, 'Bethan', { part: 'chair' });
	const deputy = await seated(world, 'Deio', { part: 'deputy' });
	for (const one of [deputy, await seated(world, 'Carys')]) {
		await expect(page(world, one)).rejects.toMatchObject(notFound);
		await expect(on(world, one, 'eligibility')).rejects.toMatchObject(notFound);
	}
	await planPhases.within(world.as(lead), { slug, review: { day: '9', month: '4', year: '2026', time: '9am' } });
	expect(await page(world, chair)).toMatchObject({ phase: null, next: 'eligibility', plannedFor: null, showsNames: false });
	await on(world, chair, 'eligibility');
	expect(await page(world, chair)).toMatchObject({ next: 'review', plannedFor: { instant: new Date('2026-04-09T08:00:00Z') } });
	await expect(on(world, chair, 'review', '')).rejects.toMatchObject({ fields: { sure: 'missing' } });
	await expect(on(world, chair, 'selection')).rejects.toMatchObject({ code: 'phase-meanwhile' });
	await on(world, chair, 'review');
	await expect(on(world, chair, 'review'), 'pressed twice').rejects.toMatchObject({ code: 'phase-meanwhile' });
	expect(await page(world, chair)).toMatchObject({ phase: 'review', next: 'discussion', showsNames: true });
	for (const phase of ['discussion', 'selection', 'release'] as const) await on(world, chair, phase);
	expect(await page(world, chair)).toMatchObject({ phase: 'release', next: null });
	expect((await showPanelRoom.within(world.as(chair.actor), { slug })).maySetPhase).toBe(false);
})); // prettier-ignore

test('a conflict takes it from the chair and gives it to the deputy; a seat that is not at work has nothing', withWorld(async (world) => {
	await aCall(world, chairEnds);
	const held = await sent(world);
	await eligible(world, held);
	const chair = await seated(world, 'Bethan', { part: 'chair' });
	const deputy = await seated(world, 'Deio', { part: 'deputy' });
	await into(world, 'review');
	await declareConflict.within(world.as(chair.actor), { slug, reference: held.reference, kind: 'personal', because: 'My sister.' });
	await expect(page(world, chair)).rejects.toMatchObject(notFound);
	await expect(on(world, chair, 'discussion')).rejects.toMatchObject(notFound);
	expect((await showPanelRoom.within(world.as(chair.actor), { slug })).maySetPhase).toBe(false);
	expect((await showPanelRoom.within(world.as(deputy.actor), { slug })).maySetPhase).toBe(true);
	await on(world, deputy, 'discussion');
	await endSeat.within(world.as(lead), { slug, seat: deputy.seat });
	await expect(on(world, deputy, 'selection')).rejects.toMatchObject(notFound);
	await endSeat.within(world.as(lead), { slug, seat: chair.seat });
	await inviteToPanel.within(world.as(lead), { slug, name: 'Eira', email: 'eira@example.org', part: 'chair', languages: [], most: null });
	const [row] = await world.db<{ id: string }[]>`select id from identity.person where email = 'eira@example.org'`;
	const eira: Pick<Seated, 'actor'> = { actor: { kind: 'person', id: row!.id, assurance: 1, roles: [] } };
	await expect(on(world, eira, 'selection'), 'who has not said yes').rejects.toMatchObject(notFound);
	await answerSeat.within(world.as(eira.actor), { slug, answer: 'yes' });
	await expect(on(world, eira, 'selection'), 'who has not said whom they are tied to').rejects.toMatchObject(notFound);
})); // prettier-ignore

test('two who go on at the same moment go on by one phase', withOwnWorld(async (world) => {
	const chair = await world.do(async (inside) => {
		await aCall(inside, chairEnds);
		const one = await seated(inside, 'Bethan', { part: 'chair' });
		await on(inside, one, 'eligibility');
		return one;
	});
	const all = await Promise.allSettled([1, 2, 3].map(() => world.do((inside) => on(inside, chair, 'review'))));
	expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const one of all.filter(({ status }) => status === 'rejected')) expect(one).toMatchObject({ reason: { code: 'phase-meanwhile' } });
	expect(await world.do((inside) => page(inside, chair))).toMatchObject({ phase: 'review' });
})); // prettier-ignore
