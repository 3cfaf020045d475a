import type { Context } from '#server/use-case';
import { deleteDecision } from './decision.sql.ts';
import { deleteLine, letGoOfLine } from './landscape.sql.ts';
import { deleteOfferOf } from './offer.sql.ts';
import { emptyOutcome } from './release.sql.ts';

/**
 * An application is deleted. Its husk says offer, reserve or not, and nothing else. What the clock deletes leaves an
 * accepted place and a line of the landscape, which lead to nobody from then on; who goes themselves takes both along.
 */
export async function forgetRelease({ db }: Context, expression: string, why: string): Promise<void> {
	await deleteDecision(db, expression);
	await emptyOutcome(db, expression);
	if (why === 'kept-long-enough') {
		await letGoOfLine(db, expression);
		await deleteOfferOf(db, expression);
	} else await deleteLine(db, expression);
}
