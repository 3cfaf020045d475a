import * as v from 'valibot';
import { anyone, nothing, ourselves, useCase } from '#server/use-case';
import { EmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import { absolute } from '#shared/public-address';
import { newToken, verifierOf } from '#shared/tokens';
import { appoint } from './roles/appointments.ts';
import { hasHadAdministrator, keepFirstLink, useFirstLink } from './first.sql.ts';
import { personWith } from './people.ts';
import { beginSession } from './sessions.ts';
import { browserEntries, Locale, Name, Token } from './shapes.ts';

/**
 * The link that makes its holder the first administrator, as long as there has never been one. Made anew at each
 * start, when the one before ends; it works until it is used.
 */
export const firstAdministratorLink = useCase('identity.firstAdministratorLink', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run({ db, now }): Promise<string | undefined> {
		if (await hasHadAdministrator(db)) return undefined;
		const token = newToken();
		await keepFirstLink(db, verifierOf(token), now);
		return absolute(`/sign-in/first/${token}`);
	}
});

/** Whoever holds the first link becomes administrator, and sets up their second factor next. */
export const becomeFirstAdministrator = useCase('identity.becomeFirstAdministrator', {
	input: v.object({ token: Token, name: Name, email: EmailAddress, locale: Locale, ...browserEntries }),
	on: nothing,
	may: anyone,
	async run(acting, { token, agent, previous, ...person }) {
		const { db } = acting;
		if (!(await useFirstLink(db, verifierOf(token))) || (await hasHadAdministrator(db)))
			throw new Problem('link-unusable');
		const id = await personWith(acting, person);
		await appoint(acting, { person: id, role: 'administrator', until: null, by: null });
		return beginSession(acting, { person: id, assurance: 1, device: agent, previous });
	}
});
