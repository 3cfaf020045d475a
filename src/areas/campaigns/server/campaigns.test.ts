import { expect, test } from 'vitest';
import { beginCampaign, endCampaign } from '#areas/campaigns/server';
import { withdrawExpression } from '#areas/programmes/server';
import { house, visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../tests/call-world.ts';
import { sentBy } from '../../../../tests/expression-world.ts';
import { accept, after, chosen, release, say } from '../../../../tests/release-world.ts';
import { aCall } from '../../../../tests/call-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const campaigns = async (world: World) => [
	...(await world.db<{ slug: string; name: string; place: string }[]>`
		select slug, name, place, community, change, data, kind from campaigns.campaign order by slug`)
];
const nobody = '00000000-0000-4000-8000-000000000000';

test(
	'is begun and ended by ourselves alone, of a place that is there',
	withWorld(async (world) => {
		const { offer } = await chosen(world);
		await accept(world, offer);
		await world.runJobs(after(1));
		const { place } = (await campaigns(world))[0]!;
		for (const stranger of [visitor, offer.actor, lead] satisfies Actor[])
			for (const act of [beginCampaign, endCampaign])
				await expect(act.within(world.as(stranger), { place })).rejects.toMatchObject({ code: 'not-found' });
		await expect(beginCampaign.within(world.as(house), { place: nobody })).rejects.toMatchObject({
			code: 'not-found'
		});
	})
);

test(
	'begins once with an accepted place, as the application says, and whoever led it coordinates first',
	withWorld(async (world) => {
		const { offer } = await chosen(world);
		await accept(world, offer);
		await world.runJobs(after(1));
		const [one] = await campaigns(world);
		expect(one).toMatchObject({
			slug: expect.stringMatching(/^damp-watch-[2-9b-z]{6}$/),
			name: 'Damp Watch',
			community: 'Renters on the Marsh estate.',
			change: 'Repairs are done within a month, whoever reports them.',
			data: 'The council keeps a register of repairs that nobody may see.',
			kind: 'access'
		});
		await beginCampaign.within(world.as(house), { place: one!.place });
		expect(await campaigns(world)).toHaveLength(1);
		const [first] = await world.db`
			select person.name, person.email, part, accepted_at from campaigns.member join identity.person on person.id = member.person`;
		const asked = { name: 'Asha Rahman', email: 'asha@example.org', part: 'coordinator', acceptedAt: null };
		expect({ ...first }).toEqual(asked);
		const letters = (await world.post(after(1))).filter(({ template }) => template === 'campaign-invitation');
		expect(letters.map(({ to }) => to)).toEqual(['asha@example.org']);
	})
);

test(
	'ends with a place that is given back',
	withWorld(async (world) => {
		const { offer } = await chosen(world);
		await accept(world, offer);
		await world.runJobs(after(1));
		await withdrawExpression.within(world.as(offer.actor, after(2)), { ...offer, sure: 'yes' });
		await world.runJobs(after(2));
		expect(await campaigns(world)).toEqual([]);
		expect(await world.db`select 1 from campaigns.member`).toHaveLength(0);
	})
);

test(
	'two of one name have addresses of their own, of which neither tells of the other, also when they begin at the same moment',
	withOwnWorld(async (world) => {
		const places = await world.do(async (inside) => {
			await aCall(inside);
			const held = [await sentBy(inside, 'Counted In'), await sentBy(inside, 'Counted in!')];
			for (const one of held) await say(inside, one, 'offer');
			await release(inside);
			for (const one of held) await accept(inside, one);
			await inside.db`delete from pgboss.job`;
			return (await inside.db<{ id: string }[]>`select id from programmes.place`).map(({ id }) => id);
		});
		await Promise.all(
			places.map((place) => world.do((inside) => beginCampaign.within(inside.as(house), { place })))
		);
		await world.do(async (inside) => {
			const addresses = (await campaigns(inside)).map(({ slug }) => slug);
			expect(new Set(addresses).size).toBe(2);
			for (const address of addresses) expect(address).toMatch(/^counted-in-[2-9b-z]{6}$/);
		});
	})
);
