import * as v from 'valibot';
import { useCase } from '#server/use-case';
import { locales } from '#words/addresses';
import { appAddedAt, passkeysOf, rolesHeld } from './account.sql.ts';
import { countUnused } from './factors/recovery-codes.sql.ts';
import { findPerson, setLanguage } from './people.sql.ts';
import { signedIn, themselves } from './policy.ts';
import { before, idleEnds } from './session.ts';
import { ofActor } from './sessions.ts';
import { sessionsOf } from './sessions.sql.ts';

/** Which second factors there are to give. Who has signed in by a link alone may know that, and nothing else. */
export const showFactors = useCase('identity.showFactors', {
	input: v.object({}),
	on: ofActor,
	may: signedIn,
	async run({ db }, _, { person, factors }) {
		const [app, passkeys] = [await appAddedAt(db, person), await passkeysOf(db, person)];
		return {
			any: factors > 0,
			hasApp: app !== undefined,
			hasPasskey: passkeys.length > 0,
			codesLeft: await countUnused(db, person)
		};
	}
});

/** One's own account: how to sign in, where one is signed in, what one may do. */
export const showAccount = useCase('identity.showAccount', {
	input: v.object({ session: v.string() }),
	on: ofActor,
	may: themselves,
	async run({ db, now }, { session }, { person, roles }) {
		const { name, email, locale } = (await findPerson(db, person))!;
		const sessions = await sessionsOf(db, person, now, before(now, idleEnds));
		return {
			name,
			email,
			language: locale,
			roles: await rolesHeld(db, person, now),
			isStaff: roles.length > 0,
			app: (await appAddedAt(db, person)) ?? null,
			passkeys: await passkeysOf(db, person),
			codesLeft: await countUnused(db, person),
			sessions: sessions.map(({ id, browser, system, beganAt, seenAt }) => ({
				id,
				browser,
				system,
				beganAt,
				seenAt,
				isThis: id === session
			}))
		};
	}
});

/** Their pages from the next time they sign in, and what we write to them. */
export const chooseLanguage = useCase('identity.chooseLanguage', {
	input: v.object({ language: v.picklist(locales, 'not-an-option') }),
	on: ofActor,
	may: themselves,
	async run({ db, record }, { language }, { person }) {
		await setLanguage(db, person, language);
		await record('language.chosen', { id: person });
		return { language };
	}
});
