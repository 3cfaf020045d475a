import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { useCase } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { publicAddress } from '#shared/public-address';
import { findPerson } from '../people.sql.ts';
import { signedIn, themselves, themselvesOrBeginning } from '../policy.ts';
import { before } from '../session.ts';
import { ofActor, raiseSession, type Opened } from '../sessions.ts';
import { beginAgain, deleteApp, findAdded, findBegun, markAdded, markStep, type App } from './apps.sql.ts';
import { seal, unseal } from '#server/secrets';
import { afterLosing, mayLose } from './losing.ts';
import { withCodesLeft, type Added } from './added.ts';
import { qrOf } from '#shared/qr';
import { SessionId, SixDigits } from './shapes.ts';
import { addressFor, inLetters, secretBytes, stepOf } from './totp.ts';

/** Long enough to find one's phone; after that the page asks to begin again. */
const begunLasts = 60 * 60_000;

/** Makes a secret for an app. It counts for nothing until the app has shown a right code. */
export const beginApp = useCase('identity.beginApp', {
	input: v.object({}),
	on: ofActor,
	may: themselvesOrBeginning,
	run: async ({ db, now }, _, { person }) =>
		beginAgain(db, person, await seal(randomBytes(secretBytes), person), now)
});

/** The secret that was begun, as a picture and in letters, for its owner alone. */
export const showBegunApp = useCase('identity.showBegunApp', {
	input: v.object({}),
	on: ofActor,
	may: themselvesOrBeginning,
	async run({ db, now }, _, { person }) {
		const begun = await findBegun(db, person, before(now, begunLasts));
		const secret = begun && (await unseal(begun.sealed, person));
		if (!secret) return undefined;
		const { email } = (await findPerson(db, person))!;
		const { host } = new URL(publicAddress());
		return { letters: inLetters(secret), qr: qrOf(addressFor(secret, host, email)) };
	}
});

/** The first right code makes the app a second factor, and gives it for this session. */
export const addApp = useCase('identity.addApp', {
	input: v.object({ code: SixDigits, session: SessionId }),
	on: ofActor,
	may: themselvesOrBeginning,
	async run(acting, { code, session }, { person }): Promise<Added> {
		const { db, now, record } = acting;
		const app = await findBegun(db, person, before(now, begunLasts));
		const step = await stepFor(app, person, code, now);
		await markAdded(db, person, app!.id, step, now);
		await record('app.added', { id: person });
		return withCodesLeft(db, person, await raiseSession(acting, person, session));
	}
});

/** The code of the moment, as the second factor of this session. */
export const giveAppCode = useCase('identity.giveAppCode', {
	input: v.object({ code: SixDigits, session: SessionId }),
	on: ofActor,
	may: signedIn,
	async run(acting, { code, session }, { person }): Promise<Opened> {
		const { db, now } = acting;
		const app = await findAdded(db, person);
		const step = await stepFor(app, person, code, now);
		await markStep(db, app!.id, step);
		return raiseSession(acting, person, session);
	}
});

export const removeApp = useCase('identity.removeApp', {
	input: v.object({}),
	on: ofActor,
	may: themselves,
	async run({ db, record }, _, standing) {
		mayLose(standing);
		if (!(await deleteApp(db, standing.person))) throw new Problem('not-found');
		await afterLosing(db, standing);
		await record('app.removed', { id: standing.person });
	}
});

/** A wrong code, one taken before and one of no app get one answer. */
async function stepFor(app: App | undefined, person: string, code: string, now: Date): Promise<number> {
	const secret = app && (await unseal(app.sealed, person));
	const step = secret && stepOf(secret, code, now, Number(app.lastStep));
	if (step === undefined) throw new Unusable({ code: 'wrong-code' });
	return step;
}
