import { expect, test } from 'vitest';
import {
	answerInvitation,
	changeMember,
	describeCampaign,
	endMember,
	inviteMember,
	listCampaigns,
	listOwnCampaigns,
	listPeople,
	openCampaign,
	renameCampaign,
	shareCampaign,
	showCampaign,
	showSettings,
	showWorkspace
} from '#areas/campaigns/server';
import { visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../tests/call-world.ts';
import { aCampaign, joins, someone } from '../../../../tests/campaign-world.ts';
import { someDay, withWorld } from '../../../../tests/world.ts';

const notFound = { code: 'not-found' };
const day = 86_400_000;
const later = (days: number) => new Date(someDay.getTime() + days * day);
const said = {
	community: 'Renters.',
	change: 'Repairs.',
	data: 'A register.',
	kind: 'access',
	care: 'usual'
} as const;

test(
	'a campaign is nobody’s to see but those who take part, host staff least of all',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		const stranger = await someone(world, 'Bran');
		for (const actor of [visitor, stranger, lead] satisfies Actor[])
			for (const look of [showCampaign, showWorkspace, listPeople, showSettings])
				await expect(look.within(world.as(actor), { slug })).rejects.toMatchObject(notFound);
		expect(await listCampaigns.within(world.as(), {})).toEqual([]);
		expect((await showCampaign.within(world.as(asha), { slug })).reader).toBe('member');
		await expect(openCampaign.within(world.as(), { name: 'Ours', ...said })).rejects.toMatchObject(notFound);
	})
);

test(
	'whoever is asked sees its name alone until they say yes, by a letter whose subject says nothing',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		await someone(world, 'Bran', 'bran@example.org');
		await inviteMember.within(world.as(asha), {
			slug,
			email: 'bran@example.org',
			name: 'My friend',
			part: 'member'
		});
		const [letter] = await world.post();
		expect(letter!.subject).not.toContain('Damp Watch');
		expect(letter!.text).toContain('Damp Watch');
		const asked = (await listPeople.within(world.as(asha), { slug })).members.find(
			(one) => one.state === 'asked'
		);
		expect(asked!.name).toBe('My friend');
		const bran = await someone(world, 'Bran', 'bran@example.org');
		const before = await showWorkspace.within(world.as(bran), { slug });
		expect(before).toMatchObject({
			name: 'Damp Watch',
			community: '',
			change: '',
			data: '',
			isMember: false
		});
		await expect(showCampaign.within(world.as(bran), { slug })).rejects.toMatchObject(notFound);
		await answerInvitation.within(world.as(bran), { slug, answer: 'yes' });
		expect((await showWorkspace.within(world.as(bran), { slug })).community).toBe('Renters.');
		await expect(
			inviteMember.within(world.as(asha), { slug, email: 'BRAN@example.org', name: '', part: 'member' })
		).rejects.toMatchObject({ code: 'is-member' });
	})
);

test(
	'a guest has a last day, and is a stranger from the next',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		const guest = { slug, email: 'nia@example.org', name: 'Nia', part: 'guest' } as const;
		await expect(inviteMember.within(world.as(asha), guest)).rejects.toMatchObject({
			fields: { until: 'guest-until' }
		});
		const until = { day: '20', month: '1', year: '2026' };
		const nia = await joins(world, { slug, by: asha, name: 'Nia', part: 'guest', until });
		expect((await showCampaign.within(world.as(nia, later(5)), { slug })).reader).toBe('member');
		await expect(showCampaign.within(world.as(nia, later(6)), { slug })).rejects.toMatchObject(notFound);
		expect(await listOwnCampaigns.within(world.as(nia, later(6)), {})).toEqual([]);
		const again = { slug, by: asha, name: 'Nia', part: 'member' } as const;
		await joins(world, again, later(7));
		expect((await showCampaign.within(world.as(nia, later(7)), { slug })).reader).toBe('member');
	})
);

test(
	'only a coordinator invites, changes and shares, and the last one stays',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		const bran = await joins(world, { slug, by: asha, name: 'Bran' });
		const people = await listPeople.within(world.as(asha), { slug });
		const [first, second] = people.members;
		const his = world.as(bran);
		for (const act of [
			() => inviteMember.within(his, { slug, email: 'x@example.org', name: '', part: 'member' }),
			() => changeMember.within(his, { slug, member: second!.id, part: 'coordinator' }),
			() => endMember.within(his, { slug, member: first!.id, sure: 'yes' }),
			() => shareCampaign.within(his, { slug, share: 'public' }),
			() => renameCampaign.within(his, { slug, name: 'Other' }),
			() => describeCampaign.within(his, { slug, ...said, edition: 1 }),
			() => showSettings.within(his, { slug })
		])
			await expect(act()).rejects.toMatchObject(notFound);
		const last = { code: 'last-coordinator' };
		const own = { slug, member: first!.id };
		await expect(endMember.within(world.as(asha), { ...own, sure: 'yes' })).rejects.toMatchObject(last);
		await expect(changeMember.within(world.as(asha), { ...own, part: 'member' })).rejects.toMatchObject(last);
		await changeMember.within(world.as(asha), { slug, member: second!.id, part: 'coordinator' });
		await endMember.within(world.as(asha), { ...own, sure: 'yes' });
		await expect(showCampaign.within(world.as(asha), { slug })).rejects.toMatchObject(notFound);
	})
);

test(
	'where a campaign is extremely sensitive, members are shown to coordinators alone',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world, { care: 'extreme' });
		const bran = await joins(world, { slug, by: asha, name: 'Bran' });
		const cerys = await joins(world, { slug, by: asha, name: 'Cerys' });
		const seen = await listPeople.within(world.as(bran), { slug });
		expect(seen).toMatchObject({ count: null, members: [{ name: 'Bran', isOneself: true }] });
		expect(JSON.stringify(seen)).not.toContain('Cerys');
		expect((await listPeople.within(world.as(asha), { slug })).members).toHaveLength(3);
		expect((await listPeople.within(world.as(cerys), { slug })).members).toHaveLength(1);
	})
);

test(
	'what is shown to everybody is, and a member can look as they would',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		await expect(showCampaign.within(world.as(asha), { slug, as: 'anybody' })).rejects.toMatchObject(
			notFound
		);
		await expect(shareCampaign.within(world.as(asha), { slug, share: 'cohort' })).rejects.toMatchObject({
			fields: { share: 'not-an-option' }
		});
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		expect((await showCampaign.within(world.as(), { slug })).reader).toBe('anybody');
		expect((await showCampaign.within(world.as(), { slug, as: 'member' })).reader).toBe('anybody');
		expect((await listCampaigns.within(world.as(), {})).map((one) => one.slug)).toEqual([slug]);
	})
);

test(
	'a campaign that changes its name is found by the old address, and the old name is told only where they wish it',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		await shareCampaign.within(world.as(asha), { slug, share: 'public' });
		const renamed = await renameCampaign.within(world.as(asha), { slug, name: 'Dry Homes' });
		expect(renamed.slug).toMatch(/^dry-homes-[2-9b-z]{6}$/);
		const quiet = await showCampaign.within(world.as(), { slug });
		expect(quiet).toMatchObject({ slug: renamed.slug, name: 'Dry Homes', formerly: [] });
		await renameCampaign.within(world.as(asha, later(1)), {
			slug: renamed.slug,
			name: 'Dry Homes Now',
			isSaid: 'yes'
		});
		expect((await showCampaign.within(world.as(), { slug })).formerly).toEqual(['Dry Homes']);
		const back = await renameCampaign.within(world.as(asha, later(2)), { slug, name: 'Damp Watch' });
		expect(back.slug).not.toBe(slug);
		expect((await showCampaign.within(world.as(), { slug })).slug).toBe(back.slug);
	})
);

test(
	'whoever opens a campaign of a name that there is, or gives it to theirs, learns nothing of the other',
	withWorld(async (world) => {
		const { slug: hidden } = await aCampaign(world);
		const bran = world.as(await someone(world, 'Bran'));
		const addresses = [hidden];
		for (const name of ['Damp Watch', 'Damp watch!', 'Never Used Before'])
			addresses.push((await openCampaign.within(bran, { ...said, name })).slug);
		const last = addresses.at(-1)!;
		addresses.push((await renameCampaign.within(bran, { slug: last, name: 'Damp Watch' })).slug);
		const shapes = addresses.map((address) => address.replace(/-[2-9b-z]{6}$/, ''));
		expect(shapes).toEqual(['damp-watch', 'damp-watch', 'damp-watch', 'never-used-before', 'damp-watch']);
		expect(new Set(addresses).size).toBe(addresses.length);
	})
);

test(
	'two who describe it at once: the second is told, and nothing is written over',
	withWorld(async (world) => {
		const { slug, asha } = await aCampaign(world);
		await describeCampaign.within(world.as(asha), { slug, ...said, change: 'First.', edition: 1 });
		await expect(
			describeCampaign.within(world.as(asha), { slug, ...said, change: 'Second.', edition: 1 })
		).rejects.toMatchObject({ code: 'edited-meanwhile' });
		expect((await showCampaign.within(world.as(asha), { slug })).change).toBe('First.');
	})
);
