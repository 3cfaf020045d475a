import * as v from 'valibot';
import { anyone, nothing, useCase } from '#server/use-case';
import { EmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import { verifierOf } from '#shared/tokens';
import { findByEmail } from './people.sql.ts';
import { before, linkLasts } from './session.ts';
import { beginSession } from './sessions.ts';
import { browserEntries, Locale, Onward, Token } from './shapes.ts';
import { dropUnused, insertSignIn, useLink } from './sign-in.sql.ts';

/** Asks for a link by mail. Whether anybody has that address shows neither in the answer nor in how long it takes. */
export const requestSignIn = useCase('identity.requestSignIn', {
	input: v.object({ email: EmailAddress, locale: Locale, onward: Onward }),
	on: async ({ db }, { email }) => ({ person: await findByEmail(db, email) }),
	may: anyone,
	async run({ db, now, record }, { locale, onward }, { person }) {
		const id = await insertSignIn(db, { person: person?.id, locale, onward, at: now });
		await record('sign-in.requested', { id });
	}
});

/** Pressed on the page behind the link. A wrong, an expired, a used and an unknown link get one answer. */
export const signIn = useCase('identity.signIn', {
	input: v.object({ token: Token, ...browserEntries }),
	on: nothing,
	may: anyone,
	async run(acting, { token, agent, previous }) {
		const { db, now } = acting;
		const used = await useLink(db, verifierOf(token), now, before(now, linkLasts));
		if (!used) throw new Problem('link-unusable');
		await dropUnused(db, used.person);
		const opened = await beginSession(acting, {
			person: used.person,
			assurance: 1,
			device: agent,
			previous
		});
		return { ...opened, onward: used.onward };
	}
});
