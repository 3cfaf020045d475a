import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { addMonths, dateOf, dayOf, isCivilDate, weekdayOf } from './day.ts';

const date = fc
	.integer({ min: -40_000, max: 90_000 })
	.map((days) => new Temporal.PlainDate(1970, 1, 1).add({ days }));

test('a civil date is the day that Temporal says, both ways, and on the same day of the week', () => {
	fc.assert(
		fc.property(date, (plain) => {
			const day = dayOf(plain.toString());
			expect(dateOf(day)).toBe(plain.toString());
			expect(weekdayOf(day) + 1).toBe(plain.dayOfWeek);
		})
	);
});

test('a month on is the same date, or the last of a shorter month', () => {
	fc.assert(
		fc.property(date, fc.integer({ min: 0, max: 30 }), (plain, months) => {
			expect(dateOf(addMonths(dayOf(plain.toString()), months))).toBe(plain.add({ months }).toString());
		})
	);
});

test.each([
	'2026-04-31',
	'2025-02-29',
	'2026-13-01',
	'2026-00-10',
	'31/04/2026',
	'2026-4-1',
	'',
	20260401,
	null
])('%j is no date', (text) => expect(isCivilDate(text)).toBe(false));

test('the leap day is one', () => expect(isCivilDate('2024-02-29')).toBe(true));
