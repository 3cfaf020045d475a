import { daysAfter, dayOf, instantOf } from '#shared/dates';

/** What staff decide about one application. Pending until the release: then everybody learns at once. */
export const decisionKinds = ['offer', 'reserve', 'not'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Whether a letter of this kind tells a decision. */
export function isDecision(kind: string): kind is DecisionKind {
	return decisionKinds.some((one) => one === kind);
}

/** A place that was offered, as time sees it. */
export type OfferTimes = { until: Date; end: OfferEnd | null };
/** Lapsed: somebody moved up instead. Closed: staff ended it, and nobody waited. */
export type OfferEnd = 'accepted' | 'declined' | 'lapsed' | 'withdrawn' | 'closed';
export type OfferState = 'open' | 'late' | OfferEnd;

/**
 * Until the instant it is open. After it, whoever did not answer is late: the place goes to the first reserve, and as
 * long as no reserve has it, a late answer counts all the same.
 */
export function offerState({ until, end }: OfferTimes, now: Date): OfferState {
	if (end) return end;
	return now < until ? 'open' : 'late';
}

/** Yes or no can be said as long as the place is nobody else's. */
export function mayAnswer(offer: OfferTimes, now: Date): boolean {
	return ['open', 'late'].includes(offerState(offer, now));
}

/** A place that somebody else can have: it was given back, or its time is over without an answer. */
export function isVacant(offer: OfferTimes, now: Date): boolean {
	return ['late', 'declined', 'lapsed', 'withdrawn', 'closed'].includes(offerState(offer, now));
}

/** Noon on the day so many days later, in the call's zone: nobody has to answer at four in the morning. */
export function answerTime(now: Date, days: number, zone: string): Date {
	return instantOf(`${dayOf(daysAfter(now, days, zone), zone)}T12:00`, zone);
}

/** Days before an answer is due. */
const marks = [3, 1];

/** The reminder that is due now; only where that long remained when the place was offered. */
export function answerReminder(
	{ until, madeAt }: { until: Date; madeAt: Date },
	{ zone, now }: { zone: string; now: Date }
): number | undefined {
	if (now >= until) return undefined;
	return marks.findLast((days) => {
		const mark = daysAfter(until, -days, zone);
		return mark <= now && mark >= madeAt;
	});
}

/** A week before the day of decisions staff are told; once it is over, they are told again. */
export function dayDue(
	{ decisionsBy, zone }: { decisionsBy: string | null; zone: string },
	now: Date
): 'week-before' | 'passed' | undefined {
	if (!decisionsBy) return undefined;
	const today = dayOf(now, zone);
	if (today > decisionsBy) return 'passed';
	return dayOf(daysAfter(now, 7, zone), zone) >= decisionsBy ? 'week-before' : undefined;
}

/** Whoever waits before a vacancy, in their order: each vacancy goes to one, and each of them gets one. */
export function paired<V, R>(vacant: readonly V[], waiting: readonly R[]): [V, R][] {
	return vacant.slice(0, waiting.length).map((place, index) => [place, waiting[index]!]);
}
