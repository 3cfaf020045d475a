import { daysAfter, dayOf } from '#shared/dates';
import { graceEndsAt, maySend, ownEnd, phaseAt, type Call, type OwnTime } from './call.ts';
import type { Keeping } from './call-keep.ts';

/** An expression of interest as time sees it. Each date is that of a row with its own who. */
export type ExpressionTimes = OwnTime & {
	submittedAt: Date | null;
	withdrawnAt: Date | null;
	erasedAt: Date | null;
	/** Staff typed it up: it reached us on paper or by telephone before the deadline. */
	enteredFrom?: 'paper' | 'telephone' | null;
	/** When they were told what was decided; whether they accepted a place and have it. */
	releasedAt?: Date | null;
	hasPlace?: boolean;
};

export type ExpressionState = 'draft' | 'sent' | 'withdrawn' | 'erased';

/** Days from withdrawal until the content is deleted. It is hidden from everybody else at once. */
export const daysToPurge = 14;

export function stateOf({ submittedAt, withdrawnAt, erasedAt }: ExpressionTimes): ExpressionState {
	if (erasedAt) return 'erased';
	if (withdrawnAt) return 'withdrawn';
	return submittedAt ? 'sent' : 'draft';
}

/**
 * Answers may be changed as long as they may be sent: a draft, and one that was sent already. What reached us on paper
 * in time is typed up whenever there is time to type; once sent, its applicant has the time that everybody has.
 */
export function mayChange(call: Call, expression: ExpressionTimes, now: Date): boolean {
	const state = stateOf(expression);
	if (state === 'draft' && expression.enteredFrom) return !['draft', 'archived'].includes(phaseAt(call, now));
	return ['draft', 'sent'].includes(state) && maySend(call, expression, now);
}

/** The last instant at which this expression may be sent is the one before this. */
export function lastMinuteOf(call: Call, expression: OwnTime): Date {
	return graceEndsAt(ownEnd(call, expression));
}

/** The day on which what is withdrawn now will be deleted. */
export function dayOfPurge(now: Date, zone: string): string {
	return dayOf(daysAfter(now, daysToPurge, zone), zone);
}

export type Ending = { at: Date; why: 'unsent' | 'withdrawn' | 'kept-long-enough' };

/** When its content is deleted, as things stand. Null: the call has no end yet, so nothing is counted from it. */
export function endingOf(
	call: Call & { decisionsBy: string | null; runsTo?: string | null },
	expression: ExpressionTimes,
	{ months, draftDays }: Keeping
): Ending | null {
	const { zone, closesAt, closedAt } = call;
	const state = stateOf(expression);
	if (state === 'withdrawn')
		return { at: daysAfter(expression.withdrawnAt!, daysToPurge, zone), why: 'withdrawn' };
	if (!closesAt && !closedAt) return null;
	const end = ownEnd(call, expression);
	if (state === 'draft') return { at: daysAfter(end, draftDays, zone), why: 'unsent' };
	return { at: monthsAfter(lastDay(call, expression, end), months), why: 'kept-long-enough' };
}

/** From which the months count: the release, or until there is one the day that the call names; with a place, the end of the programme. */
function lastDay(
	call: Call & { decisionsBy: string | null; runsTo?: string | null },
	{ releasedAt, hasPlace }: ExpressionTimes,
	end: Date
): string {
	const decided = releasedAt ? dayOf(releasedAt, call.zone) : decisionDay(call, end);
	return hasPlace && call.runsTo && call.runsTo > decided ? call.runsTo : decided;
}

/** The day of the decision: that which the call names, unless somebody may send for longer. */
export function decisionDay(
	{ decisionsBy, zone }: { decisionsBy: string | null; zone: string },
	end: Date
): string {
	const last = dayOf(end, zone);
	return decisionsBy && decisionsBy > last ? decisionsBy : last;
}

/** The first instant (UTC) of the day so many months later; the 31st becomes the last day of a shorter month. */
export function monthsAfter(day: string, months: number): Date {
	const [year, month, date] = day.split('-').map(Number) as [number, number, number];
	const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
	return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
}
