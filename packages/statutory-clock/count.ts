import type { Calendar } from './calendar.ts';
import { dateOf, type CivilDate, type Day } from './day.ts';

export type Skip = { readonly date: CivilDate; readonly why: string };

/** A stretch of days: after `from`, until and with `to`. What lies between was counted or skipped, nothing else. */
export type Span = {
	readonly from: Day;
	readonly to: Day;
	readonly counted: number;
	readonly skipped: readonly Skip[];
};

/** Why a working day counts for nothing here: a fee unpaid, a school closed. */
export type PassOver = (day: Day) => string | undefined;

const nothing: PassOver = () => undefined;

/** The so-manieth working day after a day, which is day 0 whatever day it is. */
export function workingDaysAfter(
	from: Day,
	days: number,
	calendar: Calendar,
	passOver: PassOver = nothing
): Span {
	const skipped: Skip[] = [];
	let day = from;
	for (let counted = 0; counted < days;) {
		day++;
		const why = calendar.whyClosed(day) ?? passOver(day);
		if (why === undefined) counted++;
		else skipped.push({ date: dateOf(day), why });
	}
	return { from, to: day, counted: days, skipped };
}

/** The day itself, or the next working day. */
export function nextWorkingDay(from: Day, calendar: Calendar): Span {
	return walk(from, 1, calendar);
}

/** The day itself, or the working day before: for windows that close on people whom no rule gives a day more. */
export function workingDayBefore(from: Day, calendar: Calendar): Span {
	return walk(from, -1, calendar);
}

function walk(from: Day, step: 1 | -1, calendar: Calendar): Span {
	const skipped: Skip[] = [];
	let day = from;
	for (let why = calendar.whyClosed(day); why !== undefined; why = calendar.whyClosed(day)) {
		skipped.push({ date: dateOf(day), why });
		day += step;
	}
	return { from, to: day, counted: 0, skipped };
}
