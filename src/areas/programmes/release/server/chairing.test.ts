import { expect, test } from 'vitest';
import {
	beginPhase,
	declareConflict,
	endSeat,
	listCallDecisions,
	showChairRelease,
	showDecision,
	showPanelRoom,
	showRelease
} from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { roleless, sent, sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { eligible, into, seated, type Seated } from '../../../../../tests/panel-world.ts';
import { after, outcome, release, released, say, templates } from '../../../../../tests/release-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const page = (world: World, actor: Actor) => showChairRelease.within(world.as(actor, released), { slug });
type Panel = { chair: Seated; deputy: Seated; panellist: Seated; held: Held };

/** One application that everybody may read, decided as an offer; names are hidden until the release. */
async function pending(world: World, chair: string[] = ['releases'], names = 'release'): Promise<Panel> {
	await aCall(world, { content: { terms: { chair, names } } });
	const held = await sentBy(world, 'Damp Watch');
	await eligible(world, held);
	const panel = {
		chair: await seated(world, 'Bethan', { part: 'chair' }),
		deputy: await seated(world, 'Deio', { part: 'deputy' }),
		panellist: await seated(world, 'Carys')
	};
	await into(world, 'review');
	await say(world, held, 'offer', { feedback: 'Bring the caretakers in.' });
	await world.post();
	return { ...panel, held };
}

test('whoever may not release is shown nothing that is pending, on no page', withWorld(async (world) => {
	const { chair, deputy, panellist, held } = await pending(world);
	const nobody = async (...actors: Actor[]) => {
		for (const actor of actors) {
			await expect(page(world, actor)).rejects.toMatchObject(notFound);
			await expect(release(world, {}, { as: actor })).rejects.toMatchObject(notFound);
		}
	};
	await nobody(visitor, held.actor, roleless, panellist.actor, deputy.actor);
	await nobody(chair.actor); // Before the phase that shows what was decided.
	await into(world, 'selection');
	await nobody(visitor, held.actor, roleless, panellist.actor, deputy.actor);
	expect((await page(world, chair.actor)).counts).toEqual({ offer: 1, reserve: 0, not: 0 });
	const as = world.as(chair.actor, released);
	for (const look of [showRelease, listCallDecisions, showDecision])
		await expect(look.within(as, { slug, reference: held.reference } as never)).rejects.toMatchObject(notFound);
	await expect(page(world, lead), 'staff have a page of their own').rejects.toMatchObject(notFound);
})); // prettier-ignore

test('a call that does not leave it to the chair keeps it with staff', withWorld(async (world) => {
	const { chair } = await pending(world, ['breaks-ties', 'ends-phases']);
	await into(world, 'selection');
	await expect(page(world, chair.actor)).rejects.toMatchObject(notFound);
	await expect(release(world, {}, { as: chair.actor })).rejects.toMatchObject(notFound);
	expect((await showPanelRoom.within(world.as(chair.actor, released), { slug })).mayRelease).toBe(false);
})); // prettier-ignore

test('a chair who has any conflict does not release, and the deputy does', withWorld(async (world) => {
	const { chair, deputy, held } = await pending(world);
	await into(world, 'selection');
	await declareConflict.within(world.as(chair.actor), { slug, reference: held.reference, kind: 'personal', because: 'My sister.' });
	await expect(page(world, chair.actor)).rejects.toMatchObject(notFound);
	await expect(release(world, {}, { as: chair.actor })).rejects.toMatchObject(notFound);
	expect((await showPanelRoom.within(world.as(chair.actor, released), { slug })).mayRelease).toBe(false);
	expect((await page(world, deputy.actor)).lines).toHaveLength(1);
	await release(world, {}, { as: deputy.actor });
	expect(await templates(world)).toEqual(['decision-offer']);
	expect((await outcome(world, held)).kind).toBe('offer');
	expect(await page(world, deputy.actor)).toMatchObject({ number: 1, lines: [], releasedAt: { instant: released } });
})); // prettier-ignore

test('the chair reads what is pending as the panel reads: without names, and of what the panel never sees a count alone', withWorld(async (world) => {
	const { chair, held } = await pending(world);
	const other = await sent(world);
	await say(world, other, 'not');
	await world.post();
	await into(world, 'selection');
	const view = await page(world, chair.actor);
	expect(view.lines).toEqual([{ reference: held.reference, name: held.reference, decision: 'offer', position: null, isHeld: false }]);
	expect(view).toMatchObject({ beyond: 1, missing: 0, counts: { offer: 1, not: 1 } });
	expect(JSON.stringify(view)).not.toMatch(/Damp Watch|caretakers/);
	expect(JSON.stringify(view)).not.toContain(other.reference);
	await beginPhase.within(world.as(lead, released), { slug, phase: 'release' });
	expect((await page(world, chair.actor)).lines[0]!.name).toBe('Damp Watch');
})); // prettier-ignore

test('a release is one, of the chair and staff, and of two chairs when the seat changes hands', withOwnWorld(async (world) => {
	const { chair, held } = await world.do(async (inside) => {
		const all = await pending(inside);
		await into(inside, 'selection');
		return all;
	});
	const ways = [chair.actor, lead, chair.actor, lead].map((as) => world.do((inside) => release(inside, {}, { as })));
	const both = await Promise.allSettled(ways);
	expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	for (const one of both.filter(({ status }) => status === 'rejected')) expect(one).toMatchObject({ reason: { code: 'released-meanwhile' } });
	await world.do(async (inside) => {
		expect(await templates(inside)).toEqual(['decision-offer']);
		expect((await outcome(inside, held)).kind).toBe('offer');
	});
	const next = await world.do(async (inside) => {
		const later = await sentBy(inside, 'Night Shift');
		await say(inside, later, 'not');
		await inside.post();
		return later;
	});
	const before = chair;
	const successor = await world.do(async (inside) => {
		await endSeat.within(inside.as(lead), { slug, seat: before.seat });
		return seated(inside, 'Eira', { part: 'chair' });
	});
	const again = (as: Actor) => world.do((inside) => release(inside, { number: 1 }, { as, now: after(1) }));
	const changed = await Promise.allSettled([again(before.actor), again(successor.actor), again(successor.actor)]);
	expect(changed[0]).toMatchObject({ status: 'rejected', reason: notFound });
	expect(changed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	await world.do(async (inside) => {
		expect(await templates(inside, after(1))).toEqual(['decision-not']);
		expect((await outcome(inside, next)).kind).toBe('not');
	});
})); // prettier-ignore

test('a chair who loses the seat, or gets a conflict, while staff are at it does not release any more', withOwnWorld(async (world) => {
	const { chair, held } = await world.do(async (inside) => {
		const all = await pending(inside);
		await into(inside, 'selection');
		return all;
	});
	let letGo = () => {};
	const waiting = new Promise<void>((resolve) => (letGo = resolve));
	let isHeld = () => {};
	const holds = new Promise<void>((resolve) => (isHeld = resolve));
	const staff = world.do(async (inside) => {
		await inside.db`select 1 from programmes.call for update`;
		await endSeat.within(inside.as(lead), { slug, seat: chair.seat });
		isHeld();
		await waiting;
	});
	await holds;
	const late = world.do((inside) => release(inside, {}, { as: chair.actor }));
	setTimeout(letGo, 300);
	await expect(late).rejects.toMatchObject(notFound);
	await staff;
	await world.do(async (inside) => {
		expect(await templates(inside)).toEqual([]);
		await expect(outcome(inside, held)).rejects.toMatchObject(notFound);
	});
})); // prettier-ignore
