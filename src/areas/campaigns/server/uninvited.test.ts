import { expect, test } from 'vitest';
import {
	answerInvitation,
	countUninvited,
	forgetUninvited,
	inviteFirst,
	listOwnCampaigns,
	listUninvited,
	showCampaign,
	showWorkspace
} from '#areas/campaigns/server';
import { eraseDue, withdrawExpression } from '#areas/programmes/server';
import { house, visitor, type Actor } from '#shared/actor';
import { someone } from '../../../../tests/campaign-world.ts';
import { lead } from '../../../../tests/call-world.ts';
import { linkOnly, otherLead, roleless, type Held } from '../../../../tests/expression-world.ts';
import { accept, after, chosen } from '../../../../tests/release-world.ts';
import { withOwnWorld, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const now = after(2);
const list = (world: World, as: Actor = lead) => listUninvited.within(world.as(as, now), { slug });
const invite = (world: World, place: string, more: object = {}, as: Actor = lead) =>
	inviteFirst.within(world.as(as, now), { slug, place, name: 'Asha', email: 'asha@example.net', ...more });

/** Typed up from paper, on which there was no address; accepted, and its campaign has begun. */
async function begun(world: World): Promise<{ offer: Held; place: string }> {
	const { offer } = await chosen(world);
	await world.db`delete from programmes.answer where question = 'email' and expression = ${offer.id}`;
	await accept(world, offer);
	await world.runJobs(after(1));
	await world.post(after(1));
	const [row] = await world.db<{ place: string }[]>`select place from campaigns.campaign`;
	return { offer, place: row!.place };
}
const secondFactorGiven = (id: string): Actor => ({ kind: 'person', id, assurance: 2, roles: ['lead'] });

test(
	'nobody but staff with their second factor is told, or asks anybody',
	withWorld(async (world) => {
		const { offer, place } = await begun(world);
		for (const actor of [visitor, offer.actor, linkOnly, roleless, house] satisfies Actor[]) {
			await expect(list(world, actor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(invite(world, place, {}, actor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(countUninvited.within(world.as(actor, now), {})).rejects.toMatchObject({
				code: 'not-found'
			});
		}
	})
);

test(
	'whom a conflict keeps out of the choice is told of none, not even how many',
	withWorld(async (world) => {
		const { place } = await begun(world);
		const { id } = await someone(world, 'Chiara');
		const kept = secondFactorGiven(id);
		expect(await countUninvited.within(world.as(kept, now), {})).toHaveLength(1);
		await world.db`
			insert into programmes.seat (call, person, part, invited_at, invited_by, accepted_at)
			select id, ${id}, 'chair', ${now}, ${id}, ${now} from programmes.call`;
		await world.db`
			insert into programmes.conflict (seat, expression, kind, source, because, since)
			select seat.id, expression.id, 'personal', 'pinned', 'They are cousins.', ${now}
			from programmes.seat, programmes.expression limit 1`;
		await expect(list(world, kept)).rejects.toMatchObject({ code: 'not-found' });
		await expect(invite(world, place, {}, kept)).rejects.toMatchObject({ code: 'not-found' });
		expect(await countUninvited.within(world.as(kept, now), {})).toEqual([]);
	})
);

test(
	'staff are told of the place, its application and who led it, and of the campaign nothing',
	withWorld(async (world) => {
		const { offer, place } = await begun(world);
		await world.db`update campaigns.campaign set name = 'Their own name', community = 'Their own words'`;
		expect(await list(world)).toEqual({
			slug,
			programme: 'Spring programme',
			lines: [{ place, reference: offer.reference, group: 'Damp Watch', lead: 'Asha Rahman' }]
		});
		const counts = await countUninvited.within(world.as(lead, now), {});
		expect(counts).toEqual([{ slug, name: 'Spring programme', count: 1 }]);
		const [campaign] = await world.db<{ slug: string }[]>`select slug from campaigns.campaign`;
		await expect(showCampaign.within(world.as(lead, now), { slug: campaign!.slug })).rejects.toMatchObject({
			code: 'not-found'
		});
	})
);

test(
	'an address that is none, one’s own, and a place with somebody are refused',
	withWorld(async (world) => {
		const { place } = await begun(world);
		await expect(invite(world, place, { email: 'nobody' })).rejects.toMatchObject({
			fields: { email: expect.any(String) }
		});
		const own = await someone(world, 'Lowri');
		const staff = secondFactorGiven(own.id);
		await expect(invite(world, place, { email: 'Lowri@example.org' }, staff)).rejects.toMatchObject({
			fields: { email: 'own-address' }
		});
		const other = '00000000-0000-4000-8000-000000000000';
		await expect(invite(world, other)).rejects.toMatchObject({ code: 'not-found' });
		await invite(world, place);
		await expect(invite(world, place, {}, otherLead)).rejects.toMatchObject({ code: 'not-found' });
	})
);

test(
	'whoever has the address is asked, says yes and coordinates; staff have nothing more to do with it',
	withWorld(async (world) => {
		const { place } = await begun(world);
		await invite(world, place);
		const letters = await world.post(now);
		expect(letters).toMatchObject([{ to: 'asha@example.net', template: 'campaign-invitation' }]);
		expect(letters[0]!.subject).not.toContain('Damp Watch');
		const [person] = await world.db<{ id: string }[]>`
			select id from identity.person where email = 'asha@example.net'`;
		const asha = world.as({ kind: 'person', id: person!.id, assurance: 1, roles: [] }, now);
		const [own] = await listOwnCampaigns.within(asha, {});
		await answerInvitation.within(asha, { slug: own!.slug, answer: 'yes' });
		expect(await showWorkspace.within(asha, own!)).toMatchObject({ part: 'coordinator', isMember: true });
		expect((await list(world)).lines).toEqual([]);
		expect(await countUninvited.within(world.as(lead, now), {})).toEqual([]);
	})
);

test(
	'a place that is given back asks for nobody any more',
	withWorld(async (world) => {
		const { offer } = await begun(world);
		await withdrawExpression.within(world.as(offer.actor, now), { ...offer, sure: 'yes' });
		await world.runJobs(now);
		expect((await list(world)).lines).toEqual([]);
	})
);

test(
	'once the application is deleted by the clock, the name that came from it is gone too, and somebody can still be asked',
	withWorld(async (world) => {
		const { offer, place } = await begun(world);
		const asked = forgetUninvited.within(world.as(lead, now), { expression: offer.id });
		await expect(asked).rejects.toMatchObject({ code: 'not-found' });
		await eraseDue.within(world.as(house, after(1000)), {});
		await world.runJobs(after(1000));
		expect((await list(world)).lines).toEqual([{ place, reference: null, group: null, lead: '' }]);
		await invite(world, place, { name: '' });
		expect(await world.post(now)).toHaveLength(1);
	})
);

test(
	'of two who ask at the same moment one asks, and the other is told',
	withOwnWorld(async (world) => {
		const { place } = await world.do(begun);
		const asking = [lead, otherLead].map((as, at) =>
			world.do((inside) => invite(inside, place, { email: `one-${at}@example.net` }, as))
		);
		const settled = await Promise.allSettled(asking);
		const refused = settled.filter((one) => one.status === 'rejected');
		expect(refused).toHaveLength(1);
		expect(['invited-meanwhile', 'not-found']).toContain((refused[0]!.reason as { code: string }).code);
		await world.do(async ({ db }) => {
			expect(await db`select 1 from campaigns.member`).toHaveLength(1);
			expect(await db`select 1 from mail.letter where template = 'campaign-invitation'`).toHaveLength(1);
		});
	})
);
