import { expect, test } from 'vitest';
import {
	eraseDue,
	eraseExpression,
	joinLandscape,
	leaveLandscape,
	releaseDecisions,
	showCall,
	showHoldings,
	showLandscape,
	proposeDecisions,
	withdrawExpression,
	writeReasons
} from '#areas/programmes/server';
import { house, visitor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { sentBy, type Held } from '../../../../../tests/expression-world.ts';
import { accept, after, chosen, decline, released } from '../../../../../tests/release-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';
import { documentOf } from '../../call-document.ts';

const slug = 'spring';
const join = (world: World, held: Held) =>
	joinLandscape.within(world.as(held.actor, after(1)), {
		reference: held.reference,
		community: 'renters',
		kind: 'access',
		agree: 'yes'
	});
const lines = async (world: World) => (await showLandscape.within(world.as(visitor), {})).lines;

test(
	'the numbers of a choice are published once, and no count under five is on the page',
	withWorld(async (world) => {
		await aCall(world);
		const regions = [...Array<string>(6).fill('london'), ...Array<string>(3).fill('wales'), ...Array<string>(2).fill('scotland')]; // prettier-ignore
		const all: Held[] = [];
		for (const [index, region] of regions.entries())
			all.push(await sentBy(world, `Group ${index}`, { where: { region, place: '' } }));
		const offers = all.slice(0, 5).map(({ reference }) => reference);
		await proposeDecisions.within(world.as(lead, released), { slug, offers });
		const until = { day: '27', month: '3', year: '2026', time: '12:00' };
		await releaseDecisions.within(world.as(lead, released), { slug, number: 0, until, days: '7', reasons: 'The mix.', sure: 'yes' }); // prettier-ignore
		const page = async () => showCall.within(world.as(visitor, released), { slug });
		const { published } = await page();
		expect(published).toMatchObject({ reasons: 'The mix.', numbers: { received: 11, eligible: 11, offered: 5, byKind: null } }); // prettier-ignore
		expect(published!.numbers.byRegion!.lines.map(({ received }) => received)).toEqual([6]);
		expect(published!.numbers.byRegion!.others).toMatchObject({ received: 5 });
		const section = documentOf(await page()).find(({ id }) => id === 'decided')!;
		expect(JSON.stringify(section)).toContain('Applications received: 11');
		await withdrawExpression.within(world.as(all[0]!.actor, after(1)), { ...all[0]!, sure: 'yes' });
		await writeReasons.within(world.as(lead, after(1)), { slug, reasons: 'The widest mix.' });
		expect((await page()).published).toEqual({ ...published, reasons: 'The widest mix.' });
	})
);

test(
	'an anonymous line is there with the consent of whoever leads, and taken back it is gone',
	withWorld(async (world) => {
		const { offer, not } = await chosen(world);
		const missing = joinLandscape.within(world.as(not.actor, released), { reference: not.reference, community: 'renters', kind: 'access' }); // prettier-ignore
		await expect(missing).rejects.toMatchObject({ fields: { agree: 'missing' } });
		for (const stranger of [visitor, lead, offer.actor])
			await expect(join(world, { ...not, actor: stranger })).rejects.toMatchObject({ code: 'not-found' });
		await join(world, not);
		expect(await lines(world)).toEqual([
			{ community: 'renters', kind: 'access', region: 'yorkshire', year: 2026 }
		]);
		await leaveLandscape.within(world.as(not.actor, after(2)), { reference: not.reference });
		expect(await lines(world)).toEqual([]);
	})
);

test(
	'after its time a husk says offer, reserve or not; an accepted place and a line stay, and lead to nobody',
	withWorld(async (world) => {
		const { offer, first, not } = await chosen(world);
		await decline(world, offer);
		await accept(world, first);
		await join(world, first);
		await join(world, not);
		await eraseExpression.within(world.as(not.actor, after(2)), { ...not, sure: 'yes' });
		expect(await lines(world), 'who deletes it takes the line along').toHaveLength(1);
		const held = await showHoldings.within(world.as(offer.actor, after(2)), { reference: offer.reference });
		expect(held.outcome).toMatchObject({ kind: 'offer', offer: { end: 'declined', words: 'A new job.' } });
		await eraseDue.within(world.as(house, new Date('2027-04-01T12:00:00Z')), {});
		const places = await world.db`select expression.erased_at from programmes.place join programmes.expression on expression.id = place.expression`; // prettier-ignore
		expect(
			places.map(({ erasedAt }) => erasedAt as Date | null),
			'kept till after the programme'
		).toEqual([null]);
		await eraseDue.within(world.as(house, new Date('2027-10-01T12:00:00Z')), {});
		await world.runJobs(new Date('2027-10-01T12:00:00Z'));
		const husks = await world.db<{ kind: string; feedback: string | null; position: number | null }[]>`
			select kind, feedback, position from programmes.outcome order by kind`;
		expect(husks.map((one) => ({ ...one }))).toEqual(
			['not', 'offer', 'reserve', 'reserve'].map((kind) => ({ kind, feedback: null, position: null }))
		);
		expect(await world.db`select 1 from programmes.place where ended_at is null`).toHaveLength(1);
		for (const table of ['offer', 'offer_end', 'decision'])
			expect(await world.db.unsafe(`select 1 from programmes.${table}`), table).toHaveLength(0);
		expect(await lines(world)).toHaveLength(1);
		expect(await world.db`select 1 from programmes.landscape_line where expression is not null`).toHaveLength(
			0
		);
	})
);
