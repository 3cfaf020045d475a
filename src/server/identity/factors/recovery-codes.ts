import * as v from 'valibot';
import { useCase } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { newCode, verifierOf } from '#shared/tokens';
import { signedIn, themselves } from '../policy.ts';
import { ofActor, raiseSession, type Opened } from '../sessions.ts';
import { replaceCodes, useCode } from './recovery-codes.sql.ts';
import { SessionId, WrittenCode } from './shapes.ts';

const howMany = 10;

/** Ten codes for paper, shown this once. Those that were there before work no more. */
export const makeRecoveryCodes = useCase('identity.makeRecoveryCodes', {
	input: v.object({}),
	on: ofActor,
	may: themselves,
	async run({ db, now, record }, _, { person, factors }): Promise<{ codes: string[] }> {
		if (!factors) throw new Problem('no-factor');
		const codes = Array.from({ length: howMany }, newCode);
		await replaceCodes(db, person, codes.map(verifierOf), now);
		await record('recovery-codes.made', { id: person });
		return { codes };
	}
});

/** A code from paper, in place of a factor that is not at hand. It works once. */
export const giveRecoveryCode = useCase('identity.giveRecoveryCode', {
	input: v.object({ code: WrittenCode, session: SessionId }),
	on: ofActor,
	may: signedIn,
	async run(acting, { code, session }, { person }): Promise<Opened> {
		const { db, now, record } = acting;
		if (!(await useCode(db, person, verifierOf(code), now))) throw new Unusable({ code: 'wrong-code' });
		await record('recovery-code.used', { id: person });
		return raiseSession(acting, person, session);
	}
});
