/** A civil date in a calendar on the wall: `2026-10-29`. It has no hour and no zone, so no summer time can move it. */
export type CivilDate = string;

/** The same as a count of days since 1 January 1970: what the engine reckons with. */
export type Day = number;

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** A date that exists: 2026-04-31 does not. */
export function isCivilDate(text: unknown): text is CivilDate {
	return typeof text === 'string' && shape.test(text) && dateOf(dayOf(text)) === text;
}

/** Howard Hinnant's `days_from_civil`: years begin in March, so that the leap day comes last. */
export function dayOf(date: CivilDate): Day {
	const [year, month, day] = partsOf(date);
	return dayFrom(year, month, day);
}

export function dayFrom(year: number, month: number, day: number): Day {
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const inEra = shifted - era * 400;
	const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
	return era * 146_097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - 719_468;
}

export function dateOf(day: Day): CivilDate {
	if (day < firstKept || day >= firstKept + kept) return write(day);
	return (written[day - firstKept] ??= write(day));
}

/** From 2010 for forty years: the same days are written again and again. */
const [firstKept, kept] = [14_610, 14_610];
const written: (CivilDate | undefined)[] = Array.from({ length: kept });

function write(day: Day): CivilDate {
	const [year, month, date] = civilOf(day);
	return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}`;
}

/** Monday is 0, Sunday is 6. */
export function weekdayOf(day: Day): number {
	return (((day + 3) % 7) + 7) % 7;
}

/** The same date so many months on or, where that month has no such date, its last day. */
export function addMonths(day: Day, months: number): Day {
	const [year, month, date] = civilOf(day);
	const index = year * 12 + month - 1 + months;
	const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1];
	return Math.min(dayFrom(inYear, inMonth, date), lastDayOf(inYear, inMonth));
}

export function yearOf(day: Day): number {
	return civilOf(day)[0];
}

function lastDayOf(year: number, month: number): Day {
	return (month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1)) - 1;
}

function partsOf(date: CivilDate): [number, number, number] {
	return [digits(date, 0) * 100 + digits(date, 2), digits(date, 5), digits(date, 8)];
}

function digits(date: CivilDate, at: number): number {
	return (date.charCodeAt(at) - 48) * 10 + date.charCodeAt(at + 1) - 48;
}

/** The way back: `civil_from_days`. */
function civilOf(day: Day): [year: number, month: number, date: number] {
	const shifted = day + 719_468;
	const era = Math.floor(shifted / 146_097);
	const inEra = shifted - era * 146_097;
	const years = Math.floor(
		(inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365
	);
	const inYear = inEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
	const fromMarch = Math.floor((5 * inYear + 2) / 153);
	const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
	const date = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
	return [years + era * 400 + (month <= 2 ? 1 : 0), month, date];
}
