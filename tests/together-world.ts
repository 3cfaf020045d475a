import { acceptInvitationToHelp, inviteCoApplicant } from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import { verifierOf } from '#shared/tokens';
import type { Power } from '../src/areas/programmes/together/together.ts';
import { findDevice } from '../src/areas/programmes/server/return-code.sql.ts';
import type { Held } from './expression-world.ts';
import { someDay, type World } from './small-world.ts';

export type Member = { id: string; code: string; actor: Actor; token: string; email: string };

/** The letter box, and the end of the link in the letter to somebody. */
export async function linkTo(world: World, email: string, now = someDay): Promise<string> {
	const letters = await world.post(now);
	const letter = letters.findLast((one) => one.to === email);
	return /\/together\/([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? '';
}

/** Somebody is asked to work on an application, and has not answered. */
export async function invites(
	world: World,
	lead: Pick<Held, 'reference' | 'actor'>,
	{
		name = 'Owen Pryce',
		email = 'owen@example.org',
		may = 'edit' as Exclude<Power, 'lead'>,
		now = someDay
	} = {}
): Promise<{ id: string; code: string; email: string }> {
	const { person } = await inviteCoApplicant.within(world.as(lead.actor, now), {
		reference: lead.reference,
		name,
		email,
		may,
		language: 'en',
		own: 'Asha Rahman'
	});
	return { id: person, code: await linkTo(world, email, now), email };
}

/** The same, and they say yes. */
export async function joins(
	world: World,
	lead: Pick<Held, 'reference' | 'actor' | 'id'>,
	options: Parameters<typeof invites>[2] = {}
): Promise<Member> {
	const now = options?.now ?? someDay;
	const invited = await invites(world, lead, options);
	const { token } = await acceptInvitationToHelp.within(world.as(visitor, now), { code: invited.code });
	return { ...invited, token, actor: { kind: 'applicant', expression: lead.id, co: invited.id } };
}

/** The lead, once others are on it: their browser says which of them they are. */
export async function leading(world: World, held: Held, now = someDay): Promise<Held> {
	const device = await findDevice(world.db, verifierOf(held.token), held.reference, now);
	if (!device?.co) return held;
	return { ...held, actor: { kind: 'applicant', expression: held.id, co: device.co } };
}
