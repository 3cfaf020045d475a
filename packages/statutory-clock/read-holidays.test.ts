import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock, clockBy } from './clock.ts';
import { movesBetween } from './moves.ts';
import { readHolidays } from './read-holidays.ts';
import { ukHolidays, type HolidayTable } from './uk-holidays.ts';

const read = (table: object) => readHolidays(JSON.stringify({ ...ukHolidays, ...table }));

test.each([
	[
		{ known_until: undefined },
		'known_until is nothing; expected the last date that the table covers, like "2027-12-31"'
	],
	[
		{ known_until: '31/12/2027' },
		'known_until is "31/12/2027"; expected the last date that the table covers, like "2027-12-31"'
	],
	[{ known_from: '2030-01-01' }, 'known_from is "2030-01-01"; expected a date before known_until'],
	[{ known_until: '9999-12-31' }, 'it covers 2019-01-01 to 9999-12-31; expected 60 years at most'],
	[{ nations: {} }, 'nations has no list for england-and-wales; expected its bank holidays'],
	[
		{ nations: { ...ukHolidays.nations, scotland: [{ date: '2026-02-30', name: 'x' }] } },
		'scotland has {"date":"2026-02-30","name":"x"}; expected a date that exists and a name'
	]
])('a table with %j is refused in one sentence', (table, sentence) => expect(read(table)).toBe(sentence));

test('our own table is read as it is', () => {
	expect(read({})).toMatchObject({
		known_from: '2019-01-01',
		known_until: '2027-12-31',
		nations: ukHolidays.nations
	});
});

test('a longer table answers where ours cannot', () => {
	const longer = { ...ukHolidays, known_until: '2028-03-31' };
	const late = { id: 'x', regime: 'FOISA', received: '2027-12-20' } as const;
	expect(clock(late).due).toBe(null);
	expect(clockBy(longer)(late).due).toBe('2028-01-19');
	expect(movesBetween([late], ukHolidays, longer)).toHaveLength(1);
	expect(movesBetween([late], longer, longer)).toEqual([]);
});

test('whatever stands in a table, it is read or refused', () => {
	const broken = fc.tuple(
		fc.constantFrom('known_from', 'known_until', 'nations', 'source'),
		fc.oneof(fc.anything(), fc.constant('2026-01-01'))
	);
	fc.assert(
		fc.property(broken, ([field, value]) => {
			const table: HolidayTable | string = read({ [field]: value });
			if (typeof table === 'string') expect(table).toMatch(/; expected /);
			else expect(clockBy(table)({ id: 'x', regime: 'FOIA', received: '2026-03-02' })).toHaveProperty('due');
		})
	);
});
