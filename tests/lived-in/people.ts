import { makeToken } from '#server/api';
import { invitePerson } from '#server/identity';
import { house, type Actor, type Assurance, type Role } from '#shared/actor';
import { scopes } from '../../src/server/api/scopes.ts';
import { personWith } from '../../src/server/identity/people.ts';
import { appoint } from '../../src/server/identity/roles/appointments.ts';
import { beginSession, type Acting } from '../../src/server/identity/sessions.ts';
import type { World } from '../small-world.ts';
import { markOf } from './marks.ts';

export type SignedIn = { id: string; email: string; cookie: string };

/** Somebody with an account, signed in. */
export async function joins(
	world: World,
	now: Date,
	{ name, roles = [], assurance = 2 }: { name: string; roles?: Role[]; assurance?: Assurance }
): Promise<SignedIn> {
	const acting: Acting = { ...world.as(house, now), record: async () => {} };
	const email = `${markOf(`the address of ${name}`)}@example.org`;
	const id = await personWith(acting, { name, email, locale: 'en' });
	for (const role of roles) await appoint(acting, { person: id, role, until: null, by: null });
	const { token } = await beginSession(acting, {
		person: id,
		assurance,
		device: { browser: 'Firefox', system: 'Linux' }
	});
	return { id, email, cookie: `placard_session=${token}` };
}

/** A program may read all that whoever made its token may. */
export async function letsIn(world: World, now: Date, by: Actor): Promise<string> {
	const asked = { name: 'A program', scopes: [...scopes], days: '30' as const };
	return (await makeToken.within(world.as(by, now), asked)).token;
}

/** Somebody on the panel, with no role. */
export function asPerson(world: World, now: Date, { id }: SignedIn) {
	return world.as({ kind: 'person', id, assurance: 2, roles: [] }, now);
}

export const invited = `${markOf('the address of somebody invited')}@example.org`;

/** Somebody asked to join the host, who has not answered yet. */
export async function isInvited(world: World, now: Date, by: Actor): Promise<void> {
	const invitation = { email: invited, role: 'lead' as const, until: {}, locale: 'en' };
	await invitePerson.within(world.as(by, now), invitation);
	await world.runJobs(now);
}
