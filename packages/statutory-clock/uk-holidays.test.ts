import { expect, test } from 'vitest';
import { dateOf, dayFrom, dayOf, weekdayOf, type Day } from './day.ts';
import { easterSunday } from './eu-holidays.ts';
import { ukHolidays, type Nation } from './uk-holidays.ts';

const years = Array.from({ length: 9 }, (_, index) => 2019 + index);
const isSunday = (day: Day) => weekdayOf(day) === 6;
const nthMonday = (year: number, month: number, n: number) => {
	const first = dayFrom(year, month, 1);
	return first + ((7 - weekdayOf(first)) % 7) + 7 * (n - 1);
};
const lastMonday = (year: number, month: number) => nthMonday(year, month + 1, 1) - 7;

/** Banking and Financial Dealings Act 1971, Schedule 1, paragraphs 1 to 3, written out by hand. */
const schedule: Record<Nation, (year: number) => Day[]> = {
	'england-and-wales': (year) => [
		easterSunday(year) + 1,
		lastMonday(year, 5),
		lastMonday(year, 8),
		...boxingDays(year)
	],
	scotland: (year) => [
		...[dayFrom(year, 1, 1), dayFrom(year, 1, 2)].map((day) => (isSunday(day) ? dayFrom(year, 1, 3) : day)),
		easterSunday(year) - 2,
		nthMonday(year, 5, 1),
		nthMonday(year, 8, 1),
		...andrew(dayFrom(year, 11, 30)),
		isSunday(dayFrom(year, 12, 25)) ? dayFrom(year, 12, 26) : dayFrom(year, 12, 25)
	],
	'northern-ireland': (year) => [
		isSunday(dayFrom(year, 3, 17)) ? dayFrom(year, 3, 18) : dayFrom(year, 3, 17),
		easterSunday(year) + 1,
		lastMonday(year, 5),
		lastMonday(year, 8),
		...boxingDays(year)
	]
};

function boxingDays(year: number): Day[] {
	const [christmas, boxing] = [dayFrom(year, 12, 25), dayFrom(year, 12, 26)];
	return [
		...(isSunday(boxing) ? [] : [boxing]),
		...(isSunday(christmas) || isSunday(boxing) ? [boxing + 1] : [])
	];
}

/** 30 November or, if it is a Saturday or Sunday, the first Monday following. */
function andrew(day: Day): Day[] {
	return weekdayOf(day) < 5 ? [day] : [day + 7 - weekdayOf(day)];
}

/** Days of the Schedule that a proclamation moved elsewhere. */
const moved = new Set(['2020-05-04', '2022-05-30']);

test.each(Object.keys(schedule) as Nation[])(
	'every day of Schedule 1 is kept in %s, or was moved',
	(nation) => {
		const kept = new Set(ukHolidays.nations[nation].map(({ date }) => date));
		const missing = years
			.flatMap((year) => schedule[nation](year).map(dateOf))
			.filter((date) => !kept.has(date));
		expect(missing.filter((date) => !moved.has(date))).toEqual([]);
	}
);

test.each(Object.keys(schedule) as Nation[])('what stands on Schedule 1 in %s is in it', (nation) => {
	const inSchedule = new Set(years.flatMap((year) => schedule[nation](year).map(dateOf)));
	const claimed = ukHolidays.nations[nation].filter(
		({ basis, date }) => basis === 'schedule' && weekdayOf(dayOf(date)) < 5
	);
	expect(claimed.filter(({ date }) => !inSchedule.has(date))).toEqual([]);
});

test('no holiday on a weekday lacks a ground, and single days are there', () => {
	for (const days of Object.values(ukHolidays.nations))
		for (const { date, basis } of days)
			expect(['schedule', 'proclamation', 'common law'], date).toContain(basis);
	for (const days of Object.values(ukHolidays.nations))
		expect(days.map(({ date }) => date)).toEqual(
			expect.arrayContaining(['2022-06-03', '2022-09-19', '2023-05-08'])
		);
	expect(ukHolidays.nations.scotland.map(({ date }) => date)).toContain('2026-06-15');
});
