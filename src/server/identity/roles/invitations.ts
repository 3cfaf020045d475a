import * as v from 'valibot';
import { administrator, anyone, nothing, ourselves, useCase, type Context } from '#server/use-case';
import { EmailAddress } from '#shared/email-address';
import { Problem, Unusable } from '#shared/problem';
import { absolute } from '#shared/public-address';
import { newToken, verifierOf } from '#shared/tokens';
import { personWith } from '../people.ts';
import { findByEmail } from '../people.sql.ts';
import { before, invitationLasts } from '../session.ts';
import { beginSession, type Acting } from '../sessions.ts';
import { browserEntries, Locale, Name, Token } from '../shapes.ts';
import { appoint } from './appointments.ts';
import { holds } from './appointments.sql.ts';
import {
	accept,
	findByLink,
	findOpenInvitation,
	insertInvitation,
	keepAccepter,
	keepInvitationLink,
	withdraw,
	withdrawOpen,
	type NewInvitation
} from './invitations.sql.ts';
import { LastDay } from '#shared/last-day';
import { ByInvitation, Role } from './shapes.ts';

/** Asks somebody in, by a link to their letter box. An earlier invitation to the same role ends. */
export const invitePerson = useCase('identity.invitePerson', {
	input: v.object({ email: EmailAddress, role: Role, until: LastDay, locale: Locale }),
	on: async ({ db }, { email }) => ({ known: await findByEmail(db, email) }),
	may: administrator,
	async run(acting, invitation, { known }) {
		const { db, actor, now } = acting;
		if (invitation.until && invitation.until <= now) throw new Unusable({ until: 'over-already' });
		if (known && (await holds(db, known.id, invitation.role, now))) throw new Problem('has-role');
		await invite(acting, { ...invitation, by: actor.kind === 'person' ? actor.id : null });
	}
});

/** From the command line of who runs the server: the link itself, to be handed over. */
export const inviteAdministrator = useCase('identity.inviteAdministrator', {
	input: v.object({ email: EmailAddress }),
	on: nothing,
	may: ourselves,
	async run(acting, { email }): Promise<string> {
		const id = await invite(acting, { email, role: 'administrator', until: null, locale: 'en', by: null });
		return absolute((await invitationLink(acting, id))!);
	}
});

async function invite({ db, now, record }: Acting, invitation: NewInvitation): Promise<string> {
	await withdrawOpen(db, { ...invitation, at: now });
	const id = await insertInvitation(db, invitation, now);
	const fromTerminal = invitation.by === null;
	await record(fromTerminal ? 'invitation.handed-over' : 'invitation.made', { id, role: invitation.role });
	return id;
}

/** Makes the link, whenever it is sent. One that was made before ends. */
export async function invitationLink({ db, now }: Context, invitation: string): Promise<string | undefined> {
	const token = newToken();
	const kept = await keepInvitationLink(db, invitation, verifierOf(token), now);
	return kept ? `/sign-in/invitation/${token}` : undefined;
}

export const withdrawInvitation = useCase('identity.withdrawInvitation', {
	input: ByInvitation,
	on: ({ db }, { invitation }) => findOpenInvitation(db, invitation),
	may: administrator,
	async run({ db, actor, now, record }, _, { id }) {
		const by = actor.kind === 'person' ? actor.id : null;
		if (!(await withdraw(db, id, by, now))) throw new Problem('not-found');
		await record('invitation.withdrawn', { id });
	}
});

/** What whoever holds the link is asked into. Looking accepts nothing. */
export const showInvitation = useCase('identity.showInvitation', {
	input: v.object({ token: Token }),
	on: nothing,
	may: anyone,
	async run({ db, now }, { token }) {
		const invitation = await findByLink(db, linkOf(token, now));
		if (!invitation) throw new Problem('link-unusable');
		const { email, role, until } = invitation;
		return { email, role, until, isNew: !(await findByEmail(db, email)) };
	}
});

/**
 * Whoever holds the link is the person with the address that it was sent to, whoever else is signed in there: the role
 * is that person's, and so is the session that begins. Once; a wrong, an old and a used link get one answer.
 */
export const acceptInvitation = useCase('identity.acceptInvitation', {
	input: v.object({ token: Token, name: v.optional(Name), locale: Locale, ...browserEntries }),
	on: nothing,
	may: anyone,
	async run(acting, { token, name, locale, agent, previous }) {
		const { db, now, record } = acting;
		const invitation = await accept(db, linkOf(token, now));
		if (!invitation) throw new Problem('link-unusable');
		const { id, email, role, until, invitedBy } = invitation;
		if (!name && !(await findByEmail(db, email))) throw new Unusable({ name: 'missing' });
		const person = await personWith(acting, { email, name: name ?? '', locale });
		await keepAccepter(db, id, person);
		await record('invitation.accepted', { id, person });
		await appoint(acting, { person, role, until, by: invitedBy });
		return beginSession(acting, { person, assurance: 1, device: agent, previous });
	}
});

function linkOf(token: string, now: Date) {
	return { verifier: verifierOf(token), now, mintedSince: before(now, invitationLasts) };
}
