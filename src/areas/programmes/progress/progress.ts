/** What was sent on one day, or in the week that begins on it. */
export type Step = { day: string; sent: number; all: number };
/** "2026-03-11". */
type DayCount = { day: string; sent: number };

/** The most bars that are told apart on a phone. */
export const mostBars = 42;

/** Every day from the first to the last, or every week where those are too many; with how many had come by its end. */
export function stepsOf(counts: readonly DayCount[], last: string): { by: 'day' | 'week'; steps: Step[] } {
	const first = counts[0]?.day;
	if (first === undefined) return { by: 'day', steps: [] };
	const days = daysFrom(first, counts.at(-1)!.day > last ? counts.at(-1)!.day : last);
	const by = days.length > mostBars ? 'week' : 'day';
	const sums = new Map(days.map((day) => [by === 'day' ? day : mondayOf(day), 0]));
	for (const { day, sent } of counts) {
		const step = by === 'day' ? day : mondayOf(day);
		sums.set(step, sums.get(step)! + sent);
	}
	let all = 0;
	return { by, steps: [...sums].map(([day, sent]) => ({ day, sent, all: (all += sent) })) };
}

function daysFrom(first: string, last: string): string[] {
	const days: string[] = [];
	for (let day = first; day <= last; day = after(day, 1)) days.push(day);
	return days;
}

function mondayOf(day: string): string {
	return after(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function after(day: string, days: number): string {
	return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
