import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { hasLot } from '../../board/server/draw-files.ts';
import { ByReference } from '../../expression.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import { findCall } from '../../server/call.sql.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { anyOfThem } from '../../together/server/policy.ts';
import { standingOf, type Standing } from '../../together/server/pages.ts';
import { readWhole } from '../../server/whole.ts';
import { saidIn } from '../../tongues/texts.ts';
import { getLocale } from '#words/addresses';
import { sentenceOfInstant } from '#words/dates';
import { AcceptOffer, DeclineOffer } from '../release.schema.ts';
import { mayAnswer, offerState, type DecisionKind, type OfferState } from '../release.ts';
import { about } from './about.ts';
import { lineFor, type LineView } from './landscape.ts';
import { cohortOf, endOffer, findOfferOf, insertPlace, lockOffers, type OfferRow } from './offer.sql.ts';
import { passOn } from './passing-on.ts';
import { findOutcome, type OutcomeRow } from './release.sql.ts';

/** What was released to one applicant. What is still pending is like nothing. */
async function told(context: Context, input: { reference: string }) {
	const held = await holding(context, input);
	const outcome = held && !held.expression.withdrawnAt && (await findOutcome(context.db, held.expression.id));
	return held && outcome ? { ...held, outcome } : undefined;
}

export type OutcomeView = {
	reference: string;
	programme: string;
	kind: DecisionKind;
	position: number | null;
	feedback: string | null;
	at: Moment;
	/** They were a reserve, and the cohort is full. */
	isOver: boolean;
	offer: { state: OfferState; until: Moment; movedUp: boolean } | null;
	mayAnswer: boolean;
	/** Of several people, who leads and answers. */
	standing: Standing;
	/** When the programme runs, as the call says. */
	runs: { from: string | null; to: string | null };
	line: LineView;
	contact: string;
	/** Lots were drawn and one was theirs: whoever leads can take its proof along, and check it at the call's draws. */
	draw: { slug: string } | null;
};

/** The decision about an application, for everybody who is on it; whoever leads answers. */
export const showOutcome = useCase('programmes.showOutcome', {
	input: ByReference,
	on: told,
	may: anyOfThem,
	async run(context, _, held): Promise<OutcomeView> {
		const { expression, person, outcome } = held;
		const whole = await readWhole(context, expression);
		const { slug, zone, content, runsFrom, runsTo } = whole.call;
		const offer = await findOfferOf(context.db, expression.id);
		return {
			reference: expression.reference!,
			programme: saidIn(getLocale(), content).says.name,
			kind: outcome.kind,
			position: outcome.overAt ? null : outcome.position,
			isOver: outcome.overAt !== null,
			feedback: outcome.feedback,
			at: { instant: outcome.at, zone },
			offer: offer ? offerView(offer, zone, context.now) : null,
			mayAnswer: offer !== undefined && mayAnswer(offer, context.now),
			standing: standingOf(person, whole),
			runs: { from: runsFrom, to: runsTo },
			line: await lineFor(context, whole),
			contact: [content.contact.name, content.contact.email].filter(Boolean).join(', '),
			draw: holder(context.actor, held) && (await hasLot(context, expression)) ? { slug } : null
		};
	}
});

function offerView(offer: OfferRow, zone: string, now: Date): NonNullable<OutcomeView['offer']> {
	return {
		state: offerState(offer, now),
		until: { instant: offer.until, zone },
		movedUp: offer.replaces !== null
	};
}

/**
 * The applicant takes the place. After the instant too, as long as no reserve has it: of the two, one gets it, and the
 * other is told. Pressed twice it is accepted once.
 */
export const acceptOffer = useCase('programmes.acceptOffer', {
	input: AcceptOffer,
	on: told,
	may: holder,
	async run(context, _, { expression, outcome }) {
		const { db, now } = context;
		const { id, call } = expression;
		const offer = await openOffer(context, outcome, 'accepted');
		if (offer) {
			await endOffer(db, { offer: offer.id, how: 'accepted', words: null, at: now });
			const cohort = await cohortOf(db, call, now);
			const place = await insertPlace(db, { cohort, expression: id, at: now });
			await context.record('offer.accepted', about({ id, call }));
			await context.record('place.accepted', { id: place, expression: id, call, cohort });
		}
		return { reference: expression.reference! };
	}
});

/** The applicant does not take the place, and may say why. The first reserve moves up at once. */
export const declineOffer = useCase('programmes.declineOffer', {
	input: DeclineOffer,
	on: told,
	may: holder,
	async run(context, { words, sure }, { expression, outcome }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const offer = await openOffer(context, outcome, 'declined');
		if (offer) {
			await endOffer(context.db, { offer: offer.id, how: 'declined', words: words || null, at: context.now });
			await context.record('offer.declined', about(expression));
			await passOn(context, expression.call);
		}
		return { reference: expression.reference! };
	}
});

/** Undefined: it was answered like this before. Held until the transaction ends: nobody else has its place meanwhile. */
async function openOffer(
	{ db, now }: Context,
	{ expression, call }: OutcomeRow,
	how: 'accepted' | 'declined'
): Promise<OfferRow | undefined> {
	await lockOffers(db, call);
	const offer = await findOfferOf(db, expression);
	if (!offer) throw new Problem('not-found');
	if (offer.end === how) return undefined;
	if (offer.end === 'lapsed') {
		const { zone } = (await findCall(db, call))!;
		throw new Problem('offer-passed-on', { until: sentenceOfInstant(offer.until, zone) });
	}
	if (offer.end === 'closed') {
		const { zone } = (await findCall(db, call))!;
		throw new Problem('offer-closed', { until: sentenceOfInstant(offer.until, zone) });
	}
	if (!mayAnswer(offer, now)) throw new Problem('offer-answered');
	return offer;
}
