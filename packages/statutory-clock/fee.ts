// FOIA 2000 ss.9(2), 10(2); FOISA 2002 ss.9, 10(3); EIR 2004 reg 8(4) to (6); EI(S)R 2004 reg 8.
import type { Calendar } from './calendar.ts';
import { workingDayAfter, type PassOver } from './count.ts';
import { addMonths, dateOf, dayOf, type Day } from './day.ts';
import { ifKnown } from './events.ts';
import type { Wait } from './facts.ts';
import { mark, type Step, type Waiting } from './reckoning.ts';
import type { FeeRule } from './regimes.ts';

const because = 'fee not paid yet';

/** From the day of the notice to the day of the payment, both inside, no day counts. */
export function whileUnpaid(fee: Wait | undefined): PassOver {
	if (!fee?.received) return () => undefined;
	const [first, last] = [dayOf(fee.asked), dayOf(fee.received)];
	return (day) => (first <= day && day <= last ? because : undefined);
}

/** A fee that was asked for before the time was over, and not paid: the clock stands. */
export function unpaidBy(
	end: Day,
	fee: Wait | undefined,
	rule: FeeRule,
	calendar: Calendar
): Waiting | undefined {
	if (!fee || fee.received || dayOf(fee.asked) > end) return undefined;
	const until = ifKnown(() => lastDayToPay(fee, rule, calendar));
	return { for: 'fee', since: fee.asked, ...(until === undefined ? {} : { until: dateOf(until) }) };
}

export function isPaidTooLate(fee: Wait | undefined, rule: FeeRule, calendar: Calendar): boolean {
	if (!fee?.received) return false;
	const until = ifKnown(() => lastDayToPay(fee, rule, calendar));
	return until !== undefined && dayOf(fee.received) > until;
}

/** Three months beginning with the day of the notice (FOIA), or 60 working days after it (EIR). */
function lastDayToPay(fee: Wait, { payWithin }: FeeRule, calendar: Calendar): Day {
	const asked = dayOf(fee.asked);
	return 'months' in payWithin
		? addMonths(asked, payWithin.months) - 1
		: workingDayAfter(asked, payWithin.workingDays, calendar);
}

/** The line of the working, where a day was passed over because of it. */
export function feeStep(fee: Wait | undefined, { rule }: FeeRule, skipped: Step['skipped']): Step[] {
	return fee?.received && skipped.some(({ why }) => why === because)
		? [mark(rule, dayOf(fee.asked), dayOf(fee.received))]
		: [];
}
