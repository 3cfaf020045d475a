import type { Actor } from '#shared/actor';
import { someDay, type World } from './world.ts';

/** An administrator who gave their second factor. */
export const administrator: Actor = {
	kind: 'person',
	id: '00000000-0000-4000-8000-0000000000ad',
	assurance: 2,
	roles: ['administrator']
};

/** The same, with an account of their own to answer for what they do. */
export async function anAdministrator({ db }: Pick<World, 'db'>): Promise<Actor> {
	const { id } = administrator as Extract<Actor, { kind: 'person' }>;
	await db`
		insert into identity.person (id, email, name, locale, since)
		values (${id}, 'rhian@example.org', 'Rhian', 'en', ${someDay})`;
	return administrator;
}
