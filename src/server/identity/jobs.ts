import { queueMail } from '#server/mail';
import { every, on, type Context, type Details } from '#server/use-case';
import { deleteOverAttempts } from './attempts.sql.ts';
import { deleteOldChallenges } from './factors/passkeys.sql.ts';
import { challengeLasts } from './factors/passkeys.ts';
import { changes } from './letters.ts';
import { forgetWhoLeft } from './leaving.sql.ts';
import { findPerson } from './people.sql.ts';
import { findOpenInvitation } from './roles/invitations.sql.ts';
import { before, idleEnds, leftKept, requestsKept } from './session.ts';
import { deleteOverSessions } from './sessions.sql.ts';
import { deleteOldSignIns, findAsked } from './sign-in.sql.ts';

const day = 24 * 60 * 60_000;

on('sign-in.requested', async function sendSignInLink(context, { id }) {
	const asked = await findAsked(context.db, String(id), before(context.now, day));
	if (!asked) return;
	const { email: to, locale } = asked;
	await queueMail(context, { to, template: 'sign-in', details: { request: id! }, locale });
});

on('invitation.made', async function sendInvitation(context, { id }) {
	const invitation = await findOpenInvitation(context.db, String(id));
	if (!invitation) return;
	const { email: to, locale } = invitation;
	await queueMail(context, { to, template: 'invitation', details: { invitation: id! }, locale });
});

for (const event of Object.keys(changes)) {
	/** The queue knows each by its name. */
	const tell = { [`tellOf:${event}`]: (context: Context, { id }: Details) => tellOwner(context, id, event) };
	on(event, tell[`tellOf:${event}`]!);
}

async function tellOwner(context: Context, id: Details[string] | undefined, what: string): Promise<void> {
	const person = await findPerson(context.db, String(id));
	if (!person) return;
	const { email: to, locale } = person;
	await queueMail(context, { to, template: 'account-changed', details: { person: person.id, what }, locale });
}

/** What is over is not kept: sessions, links that nobody pressed, counts of tries. */
every('17 * * * *', tidyAccounts);

export async function tidyAccounts({ db, now }: Context): Promise<void> {
	await deleteOverSessions(db, now, before(now, idleEnds));
	await deleteOldSignIns(db, before(now, requestsKept));
	await deleteOverAttempts(db, now);
	await deleteOldChallenges(db, before(now, challengeLasts));
	await forgetWhoLeft(db, before(now, leftKept), now);
}
