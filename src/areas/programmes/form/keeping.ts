import type { Question, Words } from '#areas/forms';
import { endsAt } from '../call.ts';
import { keepingOf } from '../call-keep.ts';
import type { CallContent } from '../call.schema.ts';
import { decisionDay, monthsAfter } from '../expression.ts';

/** What a question's answer may be needed for. Nothing is kept after the last of them. */
export const needs = ['choosing', 'contact', 'access', 'programme', 'reporting'] as const;
export type Need = (typeof needs)[number];

export function isNeed(word: string): word is Need {
	return (needs as readonly string[]).includes(word);
}

/** The dates of a call from which the ends are counted. */
export type Dated = {
	zone: string;
	closesAt: Date | null;
	closedAt: Date | null;
	decisionsBy: string | null;
	runsTo: string | null;
	content: Pick<CallContent, 'keep'>;
};

type Kept = Pick<Question, 'neededBy' | 'keptMonths'>;

/**
 * When one answer is deleted, if that is before the application as a whole (`whole`, months after the decision).
 * Access needs end on the day that the applicant sets, whatever else; `accessEnds` is that day.
 */
export function endOfAnswer(
	question: Kept,
	call: Dated,
	{ decided, accessEnds }: { decided: string; accessEnds?: Date | undefined }
): Date | null {
	const whole = monthsAfter(decided, keepingOf(call.content).months);
	const ends = (question.neededBy ?? [])
		.filter(isNeed)
		.map((need) => endOf(need, call, { decided, whole, accessEnds }));
	const needed = ends.length ? new Date(Math.max(...ends.map(Number))) : whole;
	const months = question.keptMonths === undefined ? whole : monthsAfter(decided, question.keptMonths);
	const end = new Date(Math.min(Number(needed), Number(months)));
	return end < whole ? end : null;
}

type Ends = { decided: string; whole: Date; accessEnds?: Date | undefined };

function endOf(need: Need, { runsTo }: Dated, { decided, whole, accessEnds }: Ends): Date {
	if (need === 'choosing') return dayAfter(decided);
	if (need === 'access') return accessEnds ?? whole;
	if (need === 'programme') return runsTo && runsTo > decided ? dayAfter(runsTo) : whole;
	return whole;
}

/** The first instant (UTC) when a day is over. */
function dayAfter(day: string): Date {
	return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000);
}

/** May an answer go before the application as a whole? Where somebody is to be reached or told of, it stays as long. */
export function endsEarly({ neededBy = [], keptMonths }: Kept): boolean {
	const needed = neededBy.filter(isNeed);
	const whole = needed.some((need) => need === 'contact' || need === 'reporting');
	return keptMonths !== undefined || (needed.length > 0 && !whole);
}

/** The most months after the decision for which anything that needs it goes on. */
export function mostMonths({ neededBy }: Kept, call: Dated): number {
	const whole = keepingOf(call.content).months;
	const longest = (neededBy ?? []).filter(isNeed).map((need) => (need === 'choosing' ? 0 : whole));
	return longest.length ? Math.max(...longest) : whole;
}

/** For how many months after the decision it is kept, as far as months tell. */
export function monthsKept(question: Kept, call: Dated): number {
	return Math.min(question.keptMonths ?? Infinity, mostMonths(question, call));
}

/** Said beside the question, where the general rule is not the whole of it. */
export function keptUntil(question: Kept, call: Dated): Words | undefined {
	if (!question.neededBy?.length && question.keptMonths === undefined) return undefined;
	const months = monthsKept(question, call);
	if (months >= keepingOf(call.content).months) return undefined;
	const decided = call.closesAt || call.closedAt ? decisionDay(call, endsAt(call)) : null;
	const end = decided && endOfAnswer(question, call, { decided });
	if (!end)
		return months ? { message: 'form_kept_months', inputs: { months } } : { message: 'form_kept_decision' };
	return { message: 'form_kept_until', inputs: { day: { day: end.toISOString().slice(0, 10) } } };
}
