// Regulation 1182/71 art 2(1): public holidays are those of the member state (tables/eu-holidays.json).
import { calendar, type Calendar } from './calendar.ts';
import table from './tables/eu-holidays.json' with { type: 'json' };
import { dayFrom, dayOf, weekdayOf, yearOf, type Day } from './day.ts';

/** A date, a distance from Easter Sunday, or the so-manieth Monday of a month (-1: the last), in some years or all. */
type HolidayRule = {
	readonly name: string;
	readonly on?: string;
	readonly easter?: number;
	readonly monday?: number;
	readonly month?: number;
	readonly since?: number;
	readonly until?: number;
};

const states: Readonly<Record<string, { readonly name: string; readonly days: readonly HolidayRule[] }>> =
	table.states;
const known = [dayOf(table.known_from), dayOf(table.known_until)] as const;
const made = new Map<string, Calendar>();

export const memberStatesWithHolidays = Object.keys(states);

/** All that may be asked for, also where we do not know the holidays. */
export const memberStates =
	'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** Without a state, weekends are all that is certain. A state whose holidays nobody listed is not answered for. */
export function memberStateCalendar(code: string | undefined): Calendar {
	const key = code ?? '';
	const found = made.get(key) ?? makeCalendar(code);
	made.set(key, found);
	return found;
}

function makeCalendar(code: string | undefined): Calendar {
	const state = code === undefined ? { name: 'the member state', days: [] } : states[code];
	if (!state) return calendar(`the public holidays of ${code}`, new Map(), [1, 0]);
	return calendar(`the public holidays of ${state.name}`, holidaysBy(state.days), known);
}

function holidaysBy(rules: readonly HolidayRule[]): Map<Day, string> {
	const days = new Map<Day, string>();
	for (let year = yearOf(known[0]); year <= yearOf(known[1]); year++)
		for (const rule of rules)
			if (year >= (rule.since ?? year) && year <= (rule.until ?? year))
				days.set(dayIn(year, rule), rule.name);
	return days;
}

function dayIn(year: number, { on, easter = 0, monday, month }: HolidayRule): Day {
	if (on !== undefined) return dayOf(`${year}-${on}`);
	if (monday === undefined || month === undefined) return easterSunday(year) + easter;
	return monday > 0
		? mondayFrom(dayFrom(year, month, 1)) + 7 * (monday - 1)
		: mondayFrom(dayFrom(year, month + 1, 1)) - 7;
}

function mondayFrom(day: Day): Day {
	return day + ((7 - weekdayOf(day)) % 7);
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
export function easterSunday(year: number): Day {
	const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
	const [d, e] = [Math.floor(b / 4), b % 4];
	const g = Math.floor((8 * b + 13) / 25);
	const h = (19 * a + b - d - g + 15) % 30;
	const [i, k] = [Math.floor(c / 4), c % 4];
	const l = (32 + 2 * e + 2 * i - h - k) % 7;
	const m = Math.floor((a + 11 * h + 22 * l) / 451);
	const march = h + l - 7 * m + 114;
	return dayFrom(year, Math.floor(march / 31), (march % 31) + 1);
}
