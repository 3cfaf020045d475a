import { answerInvitation, inviteMember, openCampaign } from '#areas/campaigns/server';
import { personWith } from '#server/identity';
import type { Actor } from '#shared/actor';
import { someDay, type World } from './small-world.ts';

/** Somebody with an account and no role, signed in by a link. */
export async function someone(
	world: World,
	name: string,
	email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`
): Promise<Extract<Actor, { kind: 'person' }>> {
	const acting = { ...world.as(), record: async () => {} };
	const id = await personWith(acting, { name, email, locale: 'en' });
	return { kind: 'person', id, assurance: 1, roles: [] };
}

/** A campaign that stands alone, and who coordinates it. */
export async function aCampaign(world: World, given: { name?: string; care?: 'usual' | 'extreme' } = {}) {
	const asha = await someone(world, 'Asha');
	const { slug } = await openCampaign.within(world.as(asha), {
		name: given.name ?? 'Damp Watch',
		community: 'Renters.',
		change: 'Repairs within a month.',
		data: 'A register of repairs.',
		kind: 'access',
		care: given.care ?? 'usual'
	});
	return { slug, asha };
}

type Joining = {
	slug: string;
	by: Actor;
	name: string;
	part?: 'coordinator' | 'steward' | 'member' | 'guest';
	until?: { day: string; month: string; year: string };
};

/** Somebody is asked, and says yes. */
export async function joins(
	world: World,
	{ slug, by, name, part = 'member', until }: Joining,
	now = someDay
) {
	const person = await someone(world, name);
	const email = `${name.toLowerCase().replaceAll(' ', '-')}@example.org`;
	await inviteMember.within(world.as(by, now), { slug, email, name, part, ...(until ? { until } : {}) });
	await answerInvitation.within(world.as(person, now), { slug, answer: 'yes' });
	return person;
}
