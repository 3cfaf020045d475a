import type * as v from 'valibot';
import { preview } from '#server/mail';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import type { InCall } from '../../expression-desk.schema.ts';
import type { Moment } from '../../server/call-views.ts';
import { findCall, type StandingCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { findExpressionById } from '../../server/expression.sql.ts';
import { CloseOffer, SayFull } from '../release.schema.ts';
import { isVacant, offerState } from '../release.ts';
import { about } from './about.ts';
import { listCases } from './decision.sql.ts';
import { templateOf } from './letters.ts';
import { endOffer, findOfferOf, listOffers, listWaiting, lockOffers, type OfferRow } from './offer.sql.ts';
import { decider, deciding, isRecused } from './policy.ts';
import { endReserves } from './release.sql.ts';

export type Letter = { subject: string; text: string; language: string };
type Named = { reference: string; name: string };
export type ClosingView = {
	slug: string;
	name: string;
	places: { accepted: number; open: number; free: number };
	/** Nobody answered in time, and nobody has the place. */
	late: (Named & { until: Moment; letter: Letter | null })[];
	/** Reserves who wait, in their order. While there are any, a place that is free goes to the first by itself. */
	reserves: Named[];
	/** What the first of them would be written. */
	letter: Letter | null;
};

/** Staff end what is left: offers that nobody answers, and a list of reserves for which there is no place. */
export const showClosing = useCase('programmes.showClosing', {
	input: BySlug,
	on: deciding,
	may: decider,
	async run(context, { slug }, { call }): Promise<ClosingView> {
		const { db, actor, now } = context;
		const cases = new Map((await listCases(db, actor, call.id)).map((one) => [one.id, one]));
		const named = (id: string): Named[] => {
			const one = cases.get(id);
			return one ? [{ reference: one.reference, name: one.name ?? one.reference }] : [];
		};
		const offers = await listOffers(db, call.id);
		const of = (states: readonly string[]) => offers.filter((one) => states.includes(offerState(one, now)));
		const waiting = await listWaiting(db, call.id);
		const late: ClosingView['late'] = [];
		for (const { expression, until } of of(['late']))
			for (const one of named(expression)) {
				const letter = await letterTo(context, expression, 'decision-closed');
				late.push({ ...one, until: { instant: until, zone: call.zone }, letter });
			}
		return {
			slug,
			name: call.content.name,
			places: { accepted: of(['accepted']).length, open: of(['open']).length, free: freeOf(offers, now) },
			late,
			reserves: waiting.flatMap(named),
			letter: waiting[0] ? await letterTo(context, waiting[0], templateOf('full')) : null
		};
	}
});

/** Places that somebody had or could have, and nobody has now. */
export function freeOf(offers: readonly OfferRow[], now: Date): number {
	return offers.filter((one) => !one.isPassedOn && isVacant(one, now)).length;
}

async function letterTo(context: Context, id: string, template: string): Promise<Letter | null> {
	const { locale } = (await findExpressionById(context.db, id))!;
	const details = { expression: id, pending: 'yes' };
	const read = await preview(context, { template, locale, details });
	return read ? { subject: read.subject, text: read.text, language: locale } : null;
}

/** One whose day has passed without an answer, and nobody waits for the place: it is free from then on, and they are told. */
export const closeOffer = useCase('programmes.closeOffer', {
	input: CloseOffer,
	on: offeredIn,
	may: decider,
	async run(context, { slug, sure }, { expression, call }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const { db, now } = context;
		await lockOffers(db, call.id);
		const offer = await findOfferOf(db, expression);
		if (!offer || offer.end === 'closed') return { slug };
		if (offer.end) throw new Problem('offer-answered');
		if (offerState(offer, now) !== 'late') throw new Problem('offer-not-over');
		if ((await listWaiting(db, call.id)).length) throw new Problem('reserves-wait');
		await endOffer(db, { offer: offer.id, how: 'closed', words: null, at: now });
		await context.record('offer.closed', about({ id: expression, call: call.id }));
		return { slug };
	}
});

async function offeredIn(
	context: Context,
	input: v.InferOutput<typeof InCall>
): Promise<{ expression: string; call: StandingCall; isRecused: boolean } | undefined> {
	const held = await sentIn(context, input);
	const offer = held && (await findOfferOf(context.db, held.expression.id));
	const call = offer && (await findCall(context.db, offer.call));
	if (!offer || !call) return undefined;
	return { expression: offer.expression, call, isRecused: await isRecused(context, call.id) };
}

/**
 * The cohort is full: whoever still waits as a reserve is told that it is over, with one letter each, and moves up no more.
 * As long as an offer can be answered nobody can know that, and it is refused.
 */
export const sayFull = useCase('programmes.sayFull', {
	input: SayFull,
	on: deciding,
	may: decider,
	async run(context, { slug, sure }, { call }) {
		if (!sure) throw new Unusable({ sure: 'missing' });
		const { db, now } = context;
		await lockOffers(db, call.id);
		const open = (await listOffers(db, call.id)).filter((one) => one.end === null);
		if (open.length) throw new Problem('offers-open', { count: open.length });
		const waiting = await listWaiting(db, call.id);
		if (!waiting.length) throw new Problem('nobody-waits');
		await endReserves(db, waiting, now);
		for (const id of waiting) await context.record('reserve.ended', about({ id, call: call.id }));
		await context.record('cohort.full', { id: call.id, call: call.id });
		return { slug };
	}
});
