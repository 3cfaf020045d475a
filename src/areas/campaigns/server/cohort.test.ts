import { expect, test } from 'vitest';
import { inviteMember, showCampaign, showWorkspace } from '#areas/campaigns/server';
import { visitor, type Actor } from '#shared/actor';
import { lead } from '../../../../tests/call-world.ts';
import { aCampaign, joins, someone } from '../../../../tests/campaign-world.ts';
import { linkOnly, roleless } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const ours = '00000000-0000-4000-8000-0000000000c1';
const theirs = '00000000-0000-4000-8000-0000000000c2';
const notFound = { code: 'not-found' };

/** A campaign that is shown to its cohort, another of the same, one of another programme, and one that stands alone. */
async function programmes(world: World) {
	const { asha, slug } = await aCampaign(world);
	const { slug: other } = await aCampaign(world);
	const { slug: elsewhere } = await aCampaign(world);
	const { slug: alone } = await aCampaign(world);
	await world.db`update campaigns.campaign set cohort = ${ours}, share = 'cohort' where slug = ${slug}`;
	await world.db`update campaigns.campaign set cohort = ${ours} where slug = ${other}`;
	await world.db`update campaigns.campaign set cohort = ${theirs} where slug = ${elsewhere}`;
	return { slug, other, elsewhere, alone, asha };
}
const read = (world: World, slug: string, as: Actor, now = someDay) =>
	showCampaign.within(world.as(as, now), { slug });

test(
	'what a cohort sees is there for nobody outside it, nor for staff without their second factor or a program of theirs',
	withWorld(async (world) => {
		const { slug, elsewhere, alone, other, asha: by } = await programmes(world);
		const far = await joins(world, { slug: elsewhere, by, name: 'Far' });
		const single = await joins(world, { slug: alone, by, name: 'Alone' });
		const asked = await someone(world, 'Asked');
		await inviteMember.within(world.as(by), {
			slug: other,
			email: 'asked@example.org',
			name: '',
			part: 'member'
		});
		const program = { ...lead, through: 'a token' } as Actor;
		const applicant: Actor = { kind: 'applicant', expression: '1' };
		const inARoom: Actor = { kind: 'participant', id: '1', room: '1' };
		for (const actor of [visitor, applicant, inARoom, far, single, asked, roleless, linkOnly, program])
			await expect(read(world, slug, actor), JSON.stringify(actor)).rejects.toMatchObject(notFound);
	})
);

test(
	'who takes part in another campaign of the cohort reads it, and host staff, and neither works in it',
	withWorld(async (world) => {
		const { slug, other, asha: by } = await programmes(world);
		const until = { day: '20', month: '1', year: '2026' };
		const neighbour = await joins(world, { slug: other, by, name: 'Neighbour', part: 'guest', until });
		for (const actor of [neighbour, lead]) {
			expect(await read(world, slug, actor)).toMatchObject({ reader: 'cohort' });
			await expect(showWorkspace.within(world.as(actor), { slug })).rejects.toMatchObject(notFound);
		}
		await expect(read(world, other, lead), 'one that is private').rejects.toMatchObject(notFound);
		const over = new Date('2026-01-21T12:00:00Z');
		await expect(read(world, slug, neighbour, over), 'a guest whose day is over').rejects.toMatchObject(
			notFound
		);
	})
);
