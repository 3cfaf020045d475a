import type { Calendar, Skip } from './calendar.ts';
import { dateOf, type Day } from './day.ts';

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
		const skip = skipOn(++day, calendar, passOver);
		if (skip) skipped.push(skip);
		else counted++;
	}
	return { from, to: day, counted: days, skipped };
}

/** The day alone, where nobody asks for the working. */
export function workingDayAfter(
	from: Day,
	days: number,
	calendar: Calendar,
	passOver: PassOver = nothing
): Day {
	let day = from;
	for (let counted = 0; counted < days;)
		if (calendar.closedOn(++day) === undefined && passOver(day) === undefined) counted++;
	return day;
}

export function skipOn(day: Day, calendar: Calendar, passOver: PassOver): Skip | undefined {
	const closed = calendar.closedOn(day);
	if (closed) return closed;
	const why = passOver(day);
	return why === undefined ? undefined : { date: dateOf(day), why };
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
	for (let skip = calendar.closedOn(day); skip; skip = calendar.closedOn(day)) {
		skipped.push(skip);
		day += step;
	}
	return { from, to: day, counted: 0, skipped };
}
