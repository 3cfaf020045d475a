import * as m from '#words';
import { mint, template } from '#server/mail';
import { newToken, verifierOf } from '#shared/tokens';
import { before } from './session.ts';
import { findAsked, keepVerifier } from './sign-in.sql.ts';

/** Nobody waits longer for a link; a letter that the post office held back for a day is not worth sending. */
const askedLasts = 24 * 60 * 60_000;

template('sign-in', {
	called: () => m.accounts_letter_link_subject(),
	urgent: true,
	goodForHours: 24,
	on: ({ db, now }, { request }) => findAsked(db, String(request), before(now, askedLasts)),
	subject: () => m.accounts_letter_link_subject(),
	body: ({ name }) => [
		m.accounts_letter_hello({ name }),
		m.accounts_letter_link_why(),
		{ secret: 'sign-in', words: m.accounts_letter_link_words() },
		m.accounts_letter_link_lasts(),
		m.accounts_letter_link_not_you()
	]
});

mint('sign-in', async ({ db, now }, { request }) => {
	const token = newToken();
	const kept = await keepVerifier(db, String(request), verifierOf(token), now);
	return kept ? `/sign-in/link/${token}` : undefined;
});
