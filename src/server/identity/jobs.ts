import { queueMail } from '#server/mail';
import { every, on } from '#server/use-case';
import { deleteOldChallenges } from './factors/passkeys.sql.ts';
import { challengeLasts } from './factors/passkeys.ts';
import './letters.ts';
import { deleteOverAttempts } from './attempts.sql.ts';
import { before, idleEnds } from './session.ts';
import { deleteOverSessions } from './sessions.sql.ts';
import { deleteOldSignIns, findAsked } from './sign-in.sql.ts';

const day = 24 * 60 * 60_000;

on('sign-in.requested', async function sendSignInLink(context, { id }) {
	const asked = await findAsked(context.db, String(id), before(context.now, day));
	if (!asked) return;
	const { email: to, locale } = asked;
	await queueMail(context, { to, template: 'sign-in', details: { request: id! }, locale });
});

/** What is over is not kept: sessions, links that nobody pressed, counts of tries. */
every('17 * * * *', async function tidyAccounts({ db, now }) {
	await deleteOverSessions(db, now, before(now, idleEnds));
	await deleteOldSignIns(db, before(now, 2 * day));
	await deleteOverAttempts(db, now);
	await deleteOldChallenges(db, before(now, challengeLasts));
});
