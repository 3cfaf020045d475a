import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import type { Whole } from '../../server/whole.ts';
import { offerState, type DecisionKind, type OfferState } from '../release.ts';
import { findOfferOf } from './offer.sql.ts';
import { findOutcome, listDelays, listReleases } from './release.sql.ts';

export type OutcomeNews =
	| { is: 'told'; kind: DecisionKind; offer: { state: OfferState; until: Moment } | null }
	| { is: 'late'; newDay: string | null }
	| { is: 'later' };

/** What an applicant is told first of the decision about them. What is pending makes no difference to it. */
export async function outcomeOf(
	{ db, now }: Context,
	{ expression, call }: Whole
): Promise<OutcomeNews | null> {
	if (expression.withdrawnAt || !expression.submittedAt) return null;
	const outcome = await findOutcome(db, expression.id);
	if (!outcome) {
		if ((await listReleases(db, call.id)).length) return { is: 'later' };
		const [delay] = await listDelays(db, call.id);
		return delay ? { is: 'late', newDay: delay.newDay } : null;
	}
	const offer = await findOfferOf(db, expression.id);
	const until = (instant: Date) => ({ instant, zone: call.zone });
	return {
		is: 'told',
		kind: outcome.kind,
		offer: offer ? { state: offerState(offer, now), until: until(offer.until) } : null
	};
}
