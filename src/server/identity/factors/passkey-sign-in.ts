import * as v from 'valibot';
import { anyone, nothing, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { verifierOf } from '#shared/tokens';
import { beginSession } from '../sessions.ts';
import { browserEntries } from '../shapes.ts';
import { GivenResponse, Origin } from './passkey.schema.ts';
import { findPasskey, keepChallenge } from './passkeys.sql.ts';
import { taking, useGiven } from './passkeys.ts';
import { optionsToGive } from './webauthn.ts';

/** What the browser needs to offer the passkeys that its owner has for us. It names nobody. */
export const askToSignInWithPasskey = useCase('identity.askToSignInWithPasskey', {
	input: v.object({ origin: Origin }),
	on: nothing,
	may: anyone,
	async run({ db, now }, { origin }) {
		const options = await optionsToGive(origin, [], 'required');
		const verifier = verifierOf(options.challenge);
		await keepChallenge(db, { verifier, purpose: 'sign-in', session: null, at: now });
		return options;
	}
});

/**
 * One step for both factors: the passkey is had, and its device checked a face, a finger or a number. An unknown
 * passkey and a wrong signature get one answer.
 */
export const signInWithPasskey = useCase('identity.signInWithPasskey', {
	input: v.object({ response: GivenResponse, origin: Origin, ...browserEntries }),
	on: nothing,
	may: anyone,
	async run(acting, { response, origin, agent, previous }) {
		const passkey = await findPasskey(acting.db, response.id);
		if (!passkey || !isTheirs(passkey.person, response.response.userHandle))
			throw new Problem('passkey-refused');
		const take = taking(acting, 'sign-in', null);
		await useGiven(acting, passkey, { response, origin, take, mustVerifyUser: true });
		return beginSession(acting, { person: passkey.person, assurance: 2, device: agent, previous });
	}
});

/** §7.2, step 6: whom the passkey says it is of. */
function isTheirs(person: string, userHandle: string | null | undefined): boolean {
	return !!userHandle && Buffer.from(userHandle, 'base64url').toString() === person;
}
