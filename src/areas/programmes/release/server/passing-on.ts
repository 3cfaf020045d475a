import type { Context } from '#server/use-case';
import { findCall } from '../../server/call.sql.ts';
import { isVacant, paired, answerTime } from '../release.ts';
import { about } from './about.ts';
import {
	deleteOffersOfErased,
	endOffer,
	endPlace,
	findOfferOf,
	findPlaceOf,
	insertOffer,
	listOffers,
	listWaiting,
	lockOffers,
	takeBackAnswer,
	type OfferRow
} from './offer.sql.ts';
import { listReleases } from './release.sql.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

/**
 * Reserves move up by themselves, in their order: one for each place that was given back, or whose time is over. Whoever
 * is late loses the place only when somebody gets it.
 */
export async function passOn(context: Recording, callId: string): Promise<void> {
	const { db, now } = context;
	await lockOffers(db, callId);
	const [release] = await listReleases(db, callId);
	const call = await findCall(db, callId);
	if (!release || !call) return;
	const vacant = (await listOffers(db, callId)).filter((offer) => !offer.isPassedOn && isVacant(offer, now));
	const until = answerTime(now, release.answerDays, call.zone);
	for (const [offer, expression] of paired(vacant, await listWaiting(db, callId))) {
		if (!offer.end) await lapse(context, offer);
		await insertOffer(db, { expression, call: callId, replaces: offer.id, at: now, until });
		await context.record('offer.moved-up', about({ id: expression, call: callId }));
	}
	await deleteOffersOfErased(db, callId);
}

async function lapse(context: Recording, { id: offer, expression, call }: OfferRow): Promise<void> {
	await endOffer(context.db, { offer, how: 'lapsed', words: null, at: context.now });
	await context.record('offer.lapsed', about({ id: expression, call }));
}

/** Somebody takes their application back, or has it deleted: a place that they had or could have is free. */
export async function leavePlace(context: Recording, expression: string, call: string): Promise<void> {
	const { db, now } = context;
	await lockOffers(db, call);
	const offer = await findOfferOf(db, expression);
	const place = await findPlaceOf(db, expression);
	if (offer && !offer.end) await endOffer(db, { offer: offer.id, how: 'withdrawn', words: null, at: now });
	if (offer?.end === 'accepted') await takeBackAnswer(db, offer.id, now);
	if (place && !place.endedAt) {
		await endPlace(db, place.id, now);
		await context.record('place.ended', { id: place.id, expression, call });
	}
	if (offer) await passOn(context, call);
}
