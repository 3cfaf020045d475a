import type { Calendar, Skip } from './calendar.ts';
import { skipOn, type PassOver, type Span } from './count.ts';
import { dateOf, dayOf, type Day } from './day.ts';
import type { Stretch } from './facts.ts';

export type Limits = { readonly schoolDays: number; readonly workingDays: number };

/** SI 2004/3364 reg 3(2): school days to the twentieth, or the sixtieth working day, whichever comes first. */
export function schoolDaysAfter(
	from: Day,
	limits: Limits,
	calendar: Calendar,
	passOver: PassOver,
	closures: readonly Stretch[]
): Span & { readonly isCutOff: boolean } {
	const isShut = within(closures);
	const [skipped, shut]: [Skip[], Skip[]] = [[], []];
	let [day, school, working] = [from, 0, 0];
	while (school < limits.schoolDays && working < limits.workingDays) {
		day++;
		const skip = skipOn(day, calendar, passOver);
		if (skip) {
			skipped.push(skip);
			continue;
		}
		working++;
		if (isShut(day)) shut.push({ date: dateOf(day), why: 'school closed' });
		else school++;
	}
	return school === limits.schoolDays
		? { from, to: day, counted: school, skipped: inTurn(skipped, shut), isCutOff: false }
		: { from, to: day, counted: working, skipped, isCutOff: true };
}

function inTurn(...lists: readonly Skip[][]): Skip[] {
	return lists.flat().sort((one, other) => (one.date < other.date ? -1 : 1));
}

export function within(stretches: readonly Stretch[]): (day: Day) => boolean {
	const days = stretches.map(([first, last]) => [dayOf(first), dayOf(last)] as const);
	return (day) => days.some(([first, last]) => first <= day && day <= last);
}
