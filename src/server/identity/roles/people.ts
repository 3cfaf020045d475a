import * as v from 'valibot';
import { administrator, nothing, staff, useCase } from '#server/use-case';
import { before, invitationLasts, resetLasts } from '../session.ts';
import { allPeople, onePerson } from './people.sql.ts';
import { openInvitations } from './invitations.sql.ts';
import { openResets } from './resets.sql.ts';
import { ByPerson } from './shapes.ts';
import { personFor } from './views.ts';

/** Who works here. Invitations and resets are administrators' business. */
export const listPeople = useCase('identity.listPeople', {
	input: v.object({}),
	on: nothing,
	may: staff,
	async run({ db, actor, now }) {
		const isAdministrator = administrator(actor);
		const everybody = await allPeople(db, now);
		const people = isAdministrator ? everybody : everybody.filter(({ roles }) => roles.length);
		return {
			isAdministrator,
			people: people.map((person) => personFor(actor, person)),
			invitations: isAdministrator ? await openInvitations(db, before(now, invitationLasts)) : [],
			resets: isAdministrator
				? resetsFor(actor.kind === 'person' ? actor.id : '', await openResets(db, before(now, resetLasts)))
				: []
		};
	}
});

/** One person, with what an administrator may do for them. */
export const showPerson = useCase('identity.showPerson', {
	input: ByPerson,
	on: ({ db, now }, { person }) => onePerson(db, person, now),
	may: administrator,
	async run({ db, actor, now }, _, person) {
		const me = actor.kind === 'person' ? actor.id : '';
		const resets = resetsFor(me, await openResets(db, before(now, resetLasts)));
		const { email, hasFactor, ...shown } = { hasFactor: false, email: '', ...personFor(actor, person) };
		return {
			...shown,
			email,
			hasFactor,
			isMe: person.id === me,
			reset: resets.find((reset) => reset.person === person.id) ?? null
		};
	}
});

function resetsFor(me: string, resets: Awaited<ReturnType<typeof openResets>>) {
	return resets.map(({ askedBy, ...reset }) => ({
		...reset,
		/** Whoever asked waits for another one, and nobody decides about themselves. */
		mayDecide: askedBy !== me && reset.person !== me
	}));
}
