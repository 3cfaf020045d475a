import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { WrittenDates } from './call-dates.schema.ts';
import { readClock, readDay } from '#shared/written-date';

describe('times as people write them', () => {
	test.each([
		['12:00', '12:00'],
		['12 noon', '12:00'],
		['Noon', '12:00'],
		['midnight', '00:00'],
		['12am', '00:00'],
		['12pm', '12:00'],
		['3pm', '15:00'],
		['3.30 p.m.', '15:30'],
		['9:05', '09:05'],
		['23:59:00', '23:59'],
		['24:00', undefined],
		['13pm', undefined],
		['0pm', undefined],
		['7', undefined],
		['12:60', undefined],
		['soon', undefined],
		['', undefined]
	])('%j is %j', (written, clock) => expect(readClock(written)).toBe(clock));
});

describe('days as people write them', () => {
	test.each([
		[['11', '3', '2024'], '2024-03-11'],
		[['1', 'March', '2024'], '2024-03-01'],
		[['01', 'maw', '2024'], '2024-03-01'],
		[['29', '2', '2024'], '2024-02-29'],
		[['29', '2', '2026'], undefined],
		[['31', '4', '2026'], undefined],
		[['0', '1', '2026'], undefined],
		[['1', '13', '2026'], undefined],
		[['1', 'ma', '2026'], undefined],
		[['1', '1', '26'], undefined]
	] as const)('%j is %j', ([day, month, year], written) =>
		expect(readDay({ day, month, year, time: '' })).toBe(written)
	);
});

describe('the dates of a call', () => {
	const noon = { day: '11', month: '3', year: '2024', time: '12:00' };
	const read = (raw: object) => v.parse(WrittenDates, { zone: 'Europe/London', ...raw });
	const codes = (raw: object) =>
		Object.fromEntries(
			(v.safeParse(WrittenDates, { zone: 'Europe/London', ...raw }).issues ?? [])
				.map((issue) => [v.getDotPath(issue), issue.message] as const)
				.toReversed()
		);

	test('parts and a written local time are the same instant', () => {
		expect(read({ closes: noon })).toEqual(read({ closes: '2024-03-11T12:00:00' }));
		expect(read({ closes: noon }).closesAt).toEqual(new Date('2024-03-11T12:00:00Z'));
		expect(read({ zone: 'Asia/Kathmandu', closes: noon }).closesAt).toEqual(new Date('2024-03-11T06:15:00Z'));
	});
	test('nothing written is nothing said', () => {
		const blank = { day: ' ', month: '', year: '', time: '' };
		expect(read({ opens: blank, closes: null, decisionsBy: '' })).toEqual({
			zone: 'Europe/London',
			opensAt: null,
			closesAt: null,
			decisionsBy: null,
			runsFrom: null,
			runsTo: null
		});
	});
	test.each<[object, Record<string, string>]>([
		[{ closes: { ...noon, time: '' } }, { closes: 'time-missing' }],
		[{ closes: { ...noon, time: 'soon' } }, { closes: 'not-a-time' }],
		[{ closes: { ...noon, day: '32' } }, { closes: 'not-a-date' }],
		[{ closes: 'next week' }, { closes: 'not-a-date' }],
		[{ closes: 7 }, { closes: 'wrong-kind' }],
		[{ closes: '2026-03-29T01:30' }, { closes: 'time-skipped' }],
		[{ opens: '2026-03-29T01:00' }, { opens: 'time-skipped' }],
		[{ opens: noon, closes: noon }, { closes: 'closes-before-it-opens' }],
		[{ runsFrom: '2024-04-02', runsTo: '2024-04-01' }, { runsTo: 'ends-before-it-begins' }],
		[{ zone: 'Europe/Londen' }, { zone: 'not-a-zone' }],
		[{ zone: '' }, { zone: 'missing' }],
		[
			{ closes: 'soon', opens: noon, decisionsBy: 'spring' },
			{ closes: 'not-a-date', decisionsBy: 'not-a-date' }
		]
	])('%j → %j', (raw, expected) => expect(codes(raw)).toEqual(expected));

	test('a time that autumn repeats is the first of the two', () => {
		expect(read({ closes: '2026-10-25T01:30' }).closesAt).toEqual(new Date('2026-10-25T00:30:00Z'));
	});
});
