import * as v from 'valibot';
import { ourselves, useCase } from '#server/use-case';
import { EmailAddress } from '#shared/email-address';
import { Problem } from '#shared/problem';
import { findByEmail, findPerson } from '../people.sql.ts';
import { administratorOfOthers, secondAdministrator } from '../policy.ts';
import { before, resetLasts } from '../session.ts';
import { deleteSessionsOf } from '../sessions.sql.ts';
import type { Acting } from '../sessions.ts';
import { decide, deleteFactors, deleteLapsed, findOpenReset, insertReset } from './resets.sql.ts';
import { ByPerson, ByReset } from './shapes.ts';

/** One administrator asks that somebody else, who lost their second factor, may set up a new one. */
export const askForReset = useCase('identity.askForReset', {
	input: ByPerson,
	on: async ({ db }, { person }) => {
		const found = await findPerson(db, person);
		return found && { person: found.id };
	},
	may: administratorOfOthers,
	async run({ db, actor, now, record }, _, { person }) {
		await deleteLapsed(db, person, before(now, resetLasts));
		const id = await insertReset(db, { person, by: idOf(actor), at: now });
		if (!id) throw new Problem('reset-asked');
		await record('reset.asked', { id, person });
	}
});

/** Another administrator agrees, or does not. Neither of the two is the person; whoever asked is one still. */
export const decideReset = useCase('identity.decideReset', {
	input: v.object({ ...ByReset.entries, agreed: v.picklist(['yes', 'no'], 'not-an-option') }),
	on: ({ db, now }, { reset }) => findOpenReset(db, reset, { now, askedSince: before(now, resetLasts) }),
	may: secondAdministrator,
	async run(acting, { agreed }, { id, person }) {
		const { db, actor, now, record } = acting;
		await decide(db, { id, by: idOf(actor), agreed: agreed === 'yes', at: now });
		await record(agreed === 'yes' ? 'reset.agreed' : 'reset.refused', { id, person });
		if (agreed === 'yes') await forgetFactors(acting, person);
	}
});

/** From the command line of who runs the server, when there are not two administrators to ask. */
export const resetFactor = useCase('identity.resetFactor', {
	input: v.object({ email: EmailAddress }),
	on: ({ db }, { email }) => findByEmail(db, email),
	may: ourselves,
	run: (acting, _, { id }) => forgetFactors(acting, id)
});

/** What they had counts no more, nor where they were signed in. By a link they sign in, and set up a new one. */
async function forgetFactors({ db, record }: Acting, person: string): Promise<void> {
	await deleteFactors(db, person);
	await deleteSessionsOf(db, person);
	await record('factors.forgotten', { id: person });
}

function idOf(actor: Acting['actor']): string {
	if (actor.kind !== 'person') throw new Error('A rule let somebody in who is no person');
	return actor.id;
}
