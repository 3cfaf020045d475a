// Banking and Financial Dealings Act 1971, Schedule 1, and what proclamations added (tables/uk-bank-holidays.json).
import { calendar, type Calendar } from './calendar.ts';
import table from './tables/uk-bank-holidays.json' with { type: 'json' };
import { dayOf, type CivilDate, type Day } from './day.ts';

export const nations = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof nations)[number];

export type Holiday = {
	readonly date: CivilDate;
	readonly name: string;
	readonly basis?: string;
};

/** The file's shape: it can be replaced as a whole, and says itself how far it is to be believed. */
export type HolidayTable = {
	readonly source: string;
	readonly known_from: CivilDate;
	readonly known_until: CivilDate;
	readonly nations: Readonly<Record<Nation, readonly Holiday[]>>;
};

export const ukHolidays: HolidayTable = table;

/** What the clocks of the United Kingdom are reckoned by. */
export type UkCalendars = Readonly<Record<Nation | 'any-part', Calendar>>;

const inWords: Record<Nation, string> = {
	'england-and-wales': 'England and Wales',
	scotland: 'Scotland',
	'northern-ireland': 'Northern Ireland'
};

export function ukCalendars(holidays: HolidayTable): UkCalendars {
	const known = [dayOf(holidays.known_from), dayOf(holidays.known_until)] as const;
	const of = (nation: Nation) =>
		calendar(`the bank holidays of ${inWords[nation]}`, namesByDay(holidays, [nation]), known);
	return {
		'england-and-wales': of('england-and-wales'),
		scotland: of('scotland'),
		'northern-ireland': of('northern-ireland'),
		'any-part': calendar('the bank holidays of the United Kingdom', namesByDay(holidays, nations), known)
	};
}

/** A day that only some nations keep says which: "St Patrick’s Day (Northern Ireland)". */
function namesByDay(holidays: HolidayTable, of: readonly Nation[]): Map<Day, string> {
	const keepers = new Map<Day, { name: string; nations: Nation[] }>();
	for (const nation of of)
		for (const { date, name } of holidays.nations[nation]) {
			const day = dayOf(date);
			const found = keepers.get(day);
			if (found?.nations.includes(nation)) continue;
			if (found) found.nations.push(nation);
			else keepers.set(day, { name, nations: [nation] });
		}
	return new Map(
		Array.from(keepers, ([day, { name, nations: by }]) => [
			day,
			by.length === 3 ? name : `${name} (${by.map((one) => inWords[one]).join(', ')})`
		])
	);
}
