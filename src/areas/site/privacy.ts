import type { cookies as knownCookies } from '#shared/cookies';
import * as m from '#words';
import { durationOf } from './duration.ts';
import type { Said } from './host.ts';
import { list, part, text, type Part } from './notice.ts';
import { applicationParts, type PracticeFacts } from './privacy-applications.ts';

/** Everything that the privacy notice says comes from here: the figures by which things are really kept. */
export type PrivacyFacts = {
	host: { name: string | null; contact: string | null; privacy: Said | null; backupDays: number | null };
	practices: PracticeFacts;
	/** Milliseconds. */
	accounts: { link: number; idle: number; session: number; request: number; left: number };
	/** The longest that a count of tries is kept, in milliseconds. */
	triesKept: number;
	letters: { days: number; hasPostOffice: boolean };
	/** After so many days a photo of paper goes that nobody keeps. */
	photoDays: number;
	filesLieElsewhere: boolean;
	cookies: typeof knownCookies;
};

/** What is kept, who sees it and until when: for readers, applicants, and people with an account. */
export function privacyNotice(facts: PrivacyFacts): Part[] {
	return [
		...who(facts),
		...reading(facts),
		...applicationParts(facts.practices),
		...campaigns(facts),
		...accounts(facts),
		...letters(facts),
		...cookies(facts),
		...record(),
		...places(facts),
		...rights(facts)
	];
}

function who({ host: { name, contact } }: PrivacyFacts): Part[] {
	return part(
		'who',
		m.site_privacy_who(),
		text(name ? m.site_privacy_controller({ host: name }) : m.site_privacy_nobody()),
		contact !== null && { is: 'link', href: `mailto:${contact}`, text: m.site_privacy_write({ contact }) }
	);
}

function reading({ triesKept }: PrivacyFacts): Part[] {
	return part(
		'reading',
		m.site_privacy_reading(),
		list(
			m.site_privacy_no_cookie(),
			m.site_privacy_no_visits(),
			m.site_privacy_tries({ time: durationOf(triesKept) })
		)
	);
}

/** Of those whose faces and handwriting are in it, and who may have no account. */
function campaigns({ photoDays }: PrivacyFacts): Part[] {
	return part(
		'campaigns',
		m.site_privacy_campaigns(),
		text(m.site_privacy_photos()),
		text(m.site_privacy_photos_until({ time: m.site_days({ count: photoDays }) }))
	);
}

function accounts({ accounts: { link, idle, session, request, left } }: PrivacyFacts): Part[] {
	return part(
		'accounts',
		m.site_privacy_accounts(),
		text(m.site_privacy_accounts_who()),
		list(
			m.site_privacy_account_kept(),
			m.site_privacy_account_links({ works: durationOf(link), kept: durationOf(request) }),
			m.site_privacy_account_sessions({ idle: durationOf(idle), most: durationOf(session) }),
			m.site_privacy_account_factors(),
			m.site_privacy_account_left({ time: durationOf(left) })
		)
	);
}

function letters({ letters: { days, hasPostOffice } }: PrivacyFacts): Part[] {
	return part(
		'letters',
		m.site_privacy_letters(),
		text(m.site_privacy_letters_kept({ time: m.site_days({ count: days }) })),
		text(hasPostOffice ? m.site_privacy_post_office() : m.site_privacy_no_post_office())
	);
}

function cookies({ cookies: { session, room, application } }: PrivacyFacts): Part[] {
	return part('cookies', m.site_privacy_cookies(), text(m.site_privacy_cookies_two()), {
		is: 'table',
		caption: m.site_privacy_cookies(),
		columns: [m.site_privacy_cookie(), m.site_privacy_cookie_where(), m.site_privacy_cookie_life()],
		rows: [
			[application.name, m.site_privacy_cookie_application(), m.site_days({ count: application.days })],
			[room.name, m.site_privacy_cookie_room(), m.site_days({ count: room.days })],
			[session.name, m.site_privacy_cookie_session(), m.site_days({ count: session.days })]
		]
	});
}

function record(): Part[] {
	return part('record', m.site_privacy_record(), text(m.site_privacy_record_kept()));
}

function places({ filesLieElsewhere, host: { backupDays } }: PrivacyFacts): Part[] {
	return part(
		'places',
		m.site_privacy_places(),
		text(filesLieElsewhere ? m.site_privacy_files_elsewhere() : m.site_privacy_files_here()),
		text(
			backupDays === null
				? m.site_privacy_backups_unsaid()
				: m.site_privacy_backups({ time: m.site_days({ count: backupDays }) })
		)
	);
}

function rights({ host: { privacy } }: PrivacyFacts): Part[] {
	return part(
		'rights',
		m.site_privacy_rights(),
		text(m.site_privacy_rights_what()),
		list(m.site_privacy_rights_applicant(), m.site_privacy_rights_account(), m.site_privacy_rights_others()),
		{ is: 'link', href: 'https://ico.org.uk/make-a-complaint/', text: m.site_privacy_complain() },
		privacy && { is: 'own', title: m.site_privacy_own(), said: privacy }
	);
}
