import * as m from '#words';
import { sentenceOfDay } from '#words/dates';
import { mint, template } from '#server/mail';
import { dayOf, homeZone } from '#shared/dates';
import { publicAddress } from '#shared/public-address';
import { newToken, verifierOf } from '#shared/tokens';
import { findPerson } from './people.sql.ts';
import { invitationLink } from './roles/invitations.ts';
import { findInvited } from './roles/invitations.sql.ts';
import { before } from './session.ts';
import { findAsked, keepVerifier } from './sign-in.sql.ts';

/** Nobody waits longer for a link; a letter that the post office held back for a day is not worth sending. */
const askedLasts = 24 * 60 * 60_000;

template('sign-in', {
	onTerminal: true,
	urgent: true,
	goodForHours: 24,
	called: m.accounts_letter_link_called,
	forAdministrators: true,
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

template('invitation', {
	onTerminal: true,
	called: m.accounts_letter_invite_called,
	forAdministrators: true,
	on: ({ db }, { invitation }) => findInvited(db, String(invitation)),
	subject: () => m.accounts_letter_invite_subject(),
	body: ({ by, role, until }) => [
		by
			? m.accounts_letter_invite_by({ name: by, place: place() })
			: m.accounts_letter_invite({ place: place() }),
		role === 'administrator' ? m.accounts_role_administrator_may() : m.accounts_role_lead_may(),
		...(until ? [m.accounts_letter_invite_until({ day: lastDay(until) })] : []),
		{ secret: 'invitation', words: m.accounts_letter_invite_words() },
		m.accounts_letter_invite_lasts(),
		m.accounts_letter_invite_not_you()
	]
});

mint('invitation', (context, { invitation }) => invitationLink(context, String(invitation)));

/** What became different about an account, by the event that says so. */
export const changes: Record<string, () => string> = {
	'app.added': m.accounts_letter_app_added,
	'app.removed': m.accounts_letter_app_removed,
	'passkey.added': m.accounts_letter_passkey_added,
	'passkey.removed': m.accounts_letter_passkey_removed,
	'recovery-codes.made': m.accounts_letter_codes_made,
	'recovery-code.used': m.accounts_letter_code_used,
	'factors.forgotten': m.accounts_letter_factors_forgotten
};

/** Whoever takes over an account cannot keep its owner from reading of it. */
template('account-changed', {
	called: m.accounts_letter_changed_called,
	forAdministrators: true,
	on: async ({ db }, { person, what }) => {
		const change = changes[String(what)];
		const found = await findPerson(db, String(person));
		return found && change && { name: found.name, change };
	},
	subject: () => m.accounts_letter_changed_subject(),
	body: ({ name, change }) => [
		m.accounts_letter_hello({ name }),
		m.accounts_letter_changed({ place: place() }),
		change(),
		m.accounts_letter_changed_not_you(),
		{ link: '/account', words: m.accounts_title() }
	]
});

function place(): string {
	return new URL(publicAddress()).host;
}

function lastDay(until: Date): string {
	return sentenceOfDay(dayOf(before(until, 1), homeZone));
}
