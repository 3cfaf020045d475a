/** A call as time sees it: when it opens and ends, and whether people may come in. Pure; the caller brings `now`. */
export type Call = {
	id: string;
	slug: string;
	/** The IANA zone in which its dates are said. */
	zone: string;
	opensAt: Date | null;
	closesAt: Date | null;
	/** When its first version was published; null while it is a draft. */
	publishedAt: Date | null;
	/** When it was closed before its time, as long as that closure stands. */
	closedAt: Date | null;
	archivedAt: Date | null;
};

export type Phase = 'draft' | 'announced' | 'open' | 'last-minutes' | 'closed' | 'archived';

/** After the closing instant, what was begun before it may still be sent for a quarter of an hour (CONDUCT §2). */
export const graceMinutes = 15;

const grace = graceMinutes * 60_000;
/** The last instant that a Date can hold: a call without a deadline. */
const never = new Date(8.64e15);

/** What one application knows of its own time. An extension moves that person's closing instant, never the call's. */
export type OwnTime = { begunAt: Date; extendedUntil?: Date | null };

/** The instant at which new applications stop: the deadline, or the early closure. */
export function endsAt({ closesAt, closedAt }: Pick<Call, 'closesAt' | 'closedAt'>): Date {
	return earlier(closesAt ?? never, closedAt ?? never);
}

/** The first instant at which even what was begun in time is refused. */
export function graceEndsAt(end: Date): Date {
	return new Date(Math.min(end.getTime() + grace, never.getTime()));
}

export function phaseAt(call: Call, now: Date): Phase {
	if (!isReached(call.publishedAt, now)) return 'draft';
	if (isReached(call.archivedAt, now)) return 'archived';
	const end = endsAt(call);
	if (now >= graceEndsAt(end)) return 'closed';
	if (now >= end) return isReached(call.opensAt, end) ? 'last-minutes' : 'closed';
	return isReached(call.opensAt, now) ? 'open' : 'announced';
}

/** A new application may begin strictly before the closing instant. */
export function mayBegin(call: Call, now: Date): boolean {
	return phaseAt(call, now) === 'open';
}

/** The closing instant of one application: the call's, or a later one given to that person. */
export function ownEnd(call: Call, { extendedUntil }: Pick<OwnTime, 'extendedUntil'> = {}): Date {
	const end = endsAt(call);
	return extendedUntil && extendedUntil > end ? extendedUntil : end;
}

/** Until its closing instant and, when it was begun before that, up to but not including a quarter of an hour later. */
export function maySend(call: Call, own: OwnTime, now: Date): boolean {
	if (!isReached(call.opensAt, now) || ['draft', 'archived'].includes(phaseAt(call, now))) return false;
	const end = ownEnd(call, own);
	return own.begunAt < end && now < graceEndsAt(end);
}

/** The instants at which this call looks different without anybody doing anything: for caches. */
export function turningPoints(call: Call): Date[] {
	const end = endsAt(call);
	const known = end < never ? [end, graceEndsAt(end)] : [];
	return call.opensAt ? [call.opensAt, ...known] : known;
}

function isReached(instant: Date | null, now: Date): boolean {
	return instant !== null && instant <= now;
}

function earlier(a: Date, b: Date): Date {
	return a < b ? a : b;
}
