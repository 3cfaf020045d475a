import type { AuthenticationResponseJSON } from '@simplewebauthn/server';
import * as v from 'valibot';
import { useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { verifierOf } from '#shared/tokens';
import { findPerson } from '../people.sql.ts';
import { signedIn, themselves, themselvesOrBeginning } from '../policy.ts';
import { before } from '../session.ts';
import { ofActor, raiseSession, type Opened } from '../sessions.ts';
import { Agent } from '../shapes.ts';
import { withCodesLeft, type Added } from './added.ts';
import { afterLosing, mayLose } from './losing.ts';
import { AddedResponse, GivenResponse, Origin } from './passkey.schema.ts';
import {
	credentialsOf,
	deletePasskey,
	findPasskey,
	insertPasskey,
	keepChallenge,
	markUsed,
	takeChallenge,
	type Passkey,
	type Purpose
} from './passkeys.sql.ts';
import { SessionId } from './shapes.ts';
import { optionsToAdd, optionsToGive, verifyAdded, verifyGiven } from './webauthn.ts';

/** Time enough to find a key and touch it. */
export const challengeLasts = 5 * 60_000;

/** What the browser needs to make a passkey. */
export const askToAddPasskey = useCase('identity.askToAddPasskey', {
	input: v.object({ origin: Origin, session: SessionId }),
	on: ofActor,
	may: themselvesOrBeginning,
	async run({ db, now }, { origin, session }, { person }) {
		const known = await credentialsOf(db, person);
		const options = await optionsToAdd(origin, (await findPerson(db, person))!, known);
		await keepChallenge(db, { verifier: verifierOf(options.challenge), purpose: 'add', session, at: now });
		return options;
	}
});

/** The passkey that the browser made becomes a second factor, and gives it for this session. */
export const addPasskey = useCase('identity.addPasskey', {
	input: v.object({ response: AddedResponse, origin: Origin, session: SessionId, agent: Agent }),
	on: ofActor,
	may: themselvesOrBeginning,
	async run(acting, { response, origin, session, agent }, { person }): Promise<Added> {
		const { db, now, record } = acting;
		const take = taking(acting, 'add', session);
		const { credential, synced } = await verifyAdded({ response, origin, take });
		await insertPasskey(db, {
			person,
			credential: credential.id,
			publicKey: Buffer.from(credential.publicKey),
			counter: credential.counter,
			transports: response.response.transports ?? [],
			name: [agent.browser, agent.system].filter(Boolean).join(', '),
			synced,
			at: now
		});
		await record('passkey.added', { id: person });
		return withCodesLeft(db, person, await raiseSession(acting, person, session));
	}
});

/** What the browser needs to show one of the person's own passkeys. */
export const askForPasskey = useCase('identity.askForPasskey', {
	input: v.object({ origin: Origin, session: SessionId }),
	on: ofActor,
	may: signedIn,
	async run({ db, now }, { origin, session }, { person }) {
		const options = await optionsToGive(origin, await credentialsOf(db, person), 'preferred');
		await keepChallenge(db, { verifier: verifierOf(options.challenge), purpose: 'give', session, at: now });
		return options;
	}
});

/** One's own passkey, as the second factor of this session. */
export const givePasskey = useCase('identity.givePasskey', {
	input: v.object({ response: GivenResponse, origin: Origin, session: SessionId }),
	on: ofActor,
	may: signedIn,
	async run(acting, { response, origin, session }, { person }): Promise<Opened> {
		const passkey = await findPasskey(acting.db, response.id);
		if (passkey?.person !== person) throw new Problem('passkey-refused');
		const take = taking(acting, 'give', session);
		await useGiven(acting, passkey, { response, origin, take, mustVerifyUser: false });
		return raiseSession(acting, person, session);
	}
});

export const removePasskey = useCase('identity.removePasskey', {
	input: v.object({ passkey: v.pipe(v.string(), v.uuid('not-found')) }),
	on: ofActor,
	may: themselves,
	async run({ db, record }, { passkey }, standing) {
		mayLose(standing);
		if (!(await deletePasskey(db, standing.person, passkey))) throw new Problem('not-found');
		await afterLosing(db, standing);
		await record('passkey.removed', { id: standing.person });
	}
});

type Given = {
	response: AuthenticationResponseJSON;
	origin: string;
	take: (challenge: string) => Promise<boolean>;
	mustVerifyUser: boolean;
};

/** Checks what a passkey signed, and keeps its counter: one that falls back is a copy (§7.2, step 22). */
export async function useGiven({ db, now }: Context, passkey: Passkey, given: Given): Promise<void> {
	const { response, origin, take, mustVerifyUser } = given;
	const credential = {
		id: passkey.credential,
		publicKey: new Uint8Array(passkey.publicKey),
		counter: Number(passkey.counter)
	};
	const counter = await verifyGiven({ response, origin, take }, credential, mustVerifyUser);
	await markUsed(db, passkey.id, counter, now);
}

/** Takes a challenge that was made for this purpose, in this session. */
export function taking({ db, now }: Context, purpose: Purpose, session: string | null) {
	return (challenge: string): Promise<boolean> => {
		const since = before(now, challengeLasts);
		return takeChallenge(db, { verifier: verifierOf(challenge), purpose, session, since });
	};
}
