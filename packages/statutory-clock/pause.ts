// UK GDPR art 12A(5): "the period beginning with the day" of asking "and ending with the day" of hearing does not count.
import type { Skip } from './calendar.ts';
import { dateOf, dayOf, type Day } from './day.ts';
import { inOrder } from './events.ts';
import type { Wait } from './facts.ts';

export type Pause = {
	/** The day of hearing counts again: the fewest days that anybody leaves out. */
	readonly fewest: number;
	/** Both days left out, as the words have it. */
	readonly most: number;
	readonly stretches: readonly Stretch[];
	readonly open?: Wait;
	readonly isTooLate: boolean;
};

type Stretch = { from: Day; to: Day };

/** `endWith` says where the time ends once so many days are left out: what is asked after that stops nothing. */
export function pauseOf(
	waits: readonly Wait[] | undefined,
	start: Day,
	endWith: (days: number) => Day
): Pause {
	const stretches: Stretch[] = [];
	let isTooLate = false;
	for (const wait of inOrder(waits)) {
		const from = Math.max(dayOf(wait.asked), start);
		if (from > endWith(inAll(stretches))) isTooLate = true;
		else if (!wait.received) return { ...summary(stretches), open: wait, isTooLate };
		else if (dayOf(wait.received) >= start) add(stretches, { from, to: dayOf(wait.received) });
	}
	return { ...summary(stretches), isTooLate };
}

/** Two that overlap leave no day out twice. */
function add(stretches: Stretch[], { from, to }: Stretch): void {
	const last = stretches.at(-1);
	if (last && from <= last.to) last.to = Math.max(last.to, to);
	else stretches.push({ from, to });
}

function inAll(stretches: readonly Stretch[]): number {
	return stretches.reduce((sum, { from, to }) => sum + to - from + 1, 0);
}

function summary(stretches: readonly Stretch[]) {
	const most = inAll(stretches);
	return { fewest: most - stretches.length, most, stretches };
}

/** Each day from asking until the day before hearing. */
export function daysLeftOut({ stretches }: Pause): Skip[] {
	const skipped: Skip[] = [];
	for (const { from, to } of stretches)
		for (let day = from; day < to; day++) skipped.push({ date: dateOf(day), why: 'details awaited' });
	return skipped;
}
