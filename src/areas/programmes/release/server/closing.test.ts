import { expect, test } from 'vitest';
import { closeOffer, passOnDue, sayFull, showClosing, showHoldings } from '#areas/programmes/server';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { otherLead, roleless, sent, type Held } from '../../../../../tests/expression-world.ts';
import {
	accept,
	after,
	chosen,
	outcome,
	release,
	say,
	templates
} from '../../../../../tests/release-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const late = after(20);
const close = (
	world: World,
	{ reference }: Held,
	{ as = lead, now = late, sure = 'yes' }: { as?: Actor; now?: Date; sure?: string } = {}
) => closeOffer.within(world.as(as, now), { slug, reference, sure });
const full = (
	world: World,
	{ as = lead, now = late, sure = 'yes' }: { as?: Actor; now?: Date; sure?: string } = {}
) => sayFull.within(world.as(as, now), { slug, sure });
const look = (world: World, now = late) => showClosing.within(world.as(lead, now), { slug }); // prettier-ignore

/** One offer that nobody answers, and no reserve. */
async function unanswered(world: World): Promise<Held> {
	await aCall(world);
	const held = await sent(world);
	await say(world, held, 'offer');
	await release(world);
	await world.post();
	return held;
}

test('an offer is closed by staff alone, once its day has passed, and not while a reserve waits', withWorld(async (world) => {
	const { offer, first, not } = await chosen(world);
	await world.post();
	for (const as of [visitor, offer.actor, roleless]) {
		await expect(close(world, offer, { as })).rejects.toMatchObject(notFound);
		await expect(full(world, { as })).rejects.toMatchObject(notFound);
		await expect(showClosing.within(world.as(as, late), { slug })).rejects.toMatchObject(notFound);
	}
	await expect(close(world, not)).rejects.toMatchObject(notFound);
	await expect(close(world, offer, { now: after(1) })).rejects.toMatchObject({ code: 'offer-not-over' });
	await expect(close(world, offer, { sure: '' })).rejects.toMatchObject({ fields: { sure: 'missing' } });
	await expect(close(world, offer)).rejects.toMatchObject({ code: 'reserves-wait' });
	await accept(world, offer);
	await expect(close(world, offer)).rejects.toMatchObject({ code: 'offer-answered' });
	expect((await outcome(world, first)).offer).toBeNull();
})); // prettier-ignore

test('who did not answer gets the letter that staff read before, and the place is free', withWorld(async (world) => {
	const held = await unanswered(world);
	const before = await look(world);
	expect(before.places).toEqual({ accepted: 0, open: 0, free: 1 });
	const [one] = before.late;
	expect(one!.letter!.text).toContain('have closed the offer');
	expect(await templates(world, late), 'reading it sends nothing').toEqual([]);
	await close(world, held);
	await close(world, held);
	await world.runJobs(late);
	const letters = await world.post(late);
	expect(letters.map(({ template }) => template)).toEqual(['decision-closed']);
	expect(letters[0]!.subject).toBe(one!.letter!.subject);
	expect((await outcome(world, held, late)).offer).toMatchObject({ state: 'closed' });
	expect(await outcome(world, held, late)).toMatchObject({ mayAnswer: false });
	await expect(accept(world, held, late)).rejects.toMatchObject({ code: 'offer-closed' });
	expect(await look(world)).toMatchObject({ late: [], places: { accepted: 0, open: 0, free: 1 } });
	expect((await world.events()).filter((name) => name === 'offer.closed')).toHaveLength(1);
	const next = await sent(world);
	await say(world, next, 'reserve');
	await release(world, { number: 1, until: { day: '30', month: '4', year: '2026', time: '12:00' } }, { now: late });
	await passOnDue.within(world.as(house, late), {});
	expect((await outcome(world, next, late)).offer, 'a reserve who comes later has the place').toMatchObject({ movedUp: true });
})); // prettier-ignore

test('that it is full cannot be said while anybody can answer; then each reserve who waits gets one letter and moves up no more', withWorld(async (world) => {
	const { offer, first, second, not } = await chosen(world);
	await world.post();
	await expect(full(world, { now: after(1) })).rejects.toMatchObject({ code: 'offers-open', details: { count: 1 } });
	await accept(world, offer);
	await world.runJobs(after(1));
	await world.post(after(1));
	await expect(full(world, { sure: '' })).rejects.toMatchObject({ fields: { sure: 'missing' } });
	const { reserves, letter } = await look(world);
	expect(reserves.map(({ reference }) => reference)).toEqual([first.reference, second.reference]);
	expect(letter!.text).toContain('All places are taken now');
	expect((await outcome(world, first, late)).isOver).toBe(false);
	await full(world);
	await expect(full(world)).rejects.toMatchObject({ code: 'nobody-waits' });
	await world.runJobs(late);
	const letters = await world.post(late);
	expect(letters.map(({ template }) => template)).toEqual(['decision-full', 'decision-full']);
	await world.runJobs(after(21));
	expect(await templates(world, after(21))).toEqual([]);
	for (const one of [first, second]) expect(await outcome(world, one, late)).toMatchObject({ isOver: true, position: null, offer: null });
	expect((await outcome(world, not, late)).isOver).toBe(false);
	expect(JSON.stringify(await showHoldings.within(world.as(first.actor, late), { reference: first.reference }))).toContain(late.toISOString());
	expect(await world.events()).toContain('cohort.full');
})); // prettier-ignore

test('a late yes and the closing of its offer are one of the two; two who say full send one letter', withOwnWorld(async (world) => {
	for (const round of [1, 2, 3]) {
		const held = await world.do((inside) => unanswered(inside));
		const [yes, closed] = await Promise.allSettled([
			world.do((inside) => accept(inside, held, late)),
			world.do((inside) => close(inside, held))
		]);
		expect([yes.status, closed.status].toSorted(), `round ${round}`).toEqual(['fulfilled', 'rejected']);
		await world.do((inside) => inside.db`truncate programmes.programme cascade`);
	}
	await world.do(async (inside) => {
		const all = await chosen(inside);
		await accept(inside, all.offer);
		await inside.runJobs(after(1));
		await inside.post(after(1));
	});
	const both = await Promise.allSettled([lead, otherLead].map((as) => world.do((inside) => full(inside, { as }))));
	expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
	await world.do(async (inside) => {
		await inside.runJobs(late);
		expect(await templates(inside, late)).toEqual(['decision-full', 'decision-full']);
	});
})); // prettier-ignore
