import type { Context } from '#server/use-case';
import type { DecisionKind, OfferEnd } from '../release.ts';
import { findLine, type LineRow } from './landscape.sql.ts';
import { findOfferOf, findWordsOfEnd } from './offer.sql.ts';
import { findOutcome } from './release.sql.ts';

/** What is held of a decision for its applicant: what they were told, and nothing that is pending. */
export type HeldOutcome = {
	kind: DecisionKind;
	position: number | null;
	feedback: string | null;
	at: Date;
	/** They were a reserve, and were told that it is over. */
	overAt: Date | null;
	offer: { madeAt: Date; until: Date; end: OfferEnd | null; words: string | null } | null;
	line: LineRow | null;
};

export async function heldOutcome({ db }: Context, expression: string): Promise<HeldOutcome | null> {
	const outcome = await findOutcome(db, expression);
	if (!outcome) return null;
	const { kind, position, feedback, at, overAt } = outcome;
	const offer = await findOfferOf(db, expression);
	return {
		kind,
		position,
		feedback,
		at,
		overAt,
		offer: offer
			? {
					madeAt: offer.madeAt,
					until: offer.until,
					end: offer.end,
					words: await findWordsOfEnd(db, offer.id)
				}
			: null,
		line: (await findLine(db, expression)) ?? null
	};
}
