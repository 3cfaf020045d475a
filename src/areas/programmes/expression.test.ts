import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf } from '#shared/dates';
import { roundedCounts } from './equality.ts';
import { reminderDue } from './expression-reminders.ts';
import { endingOf, stateOf, type ExpressionTimes } from './expression.ts';
import { readReference, referenceSymbols } from './reference.ts';

const zone = 'Europe/London';
const noon = instantOf('2026-03-11T12:00', zone);
const call = {
	id: 'c',
	slug: 's',
	zone,
	opensAt: instantOf('2026-01-05T00:00', zone),
	closesAt: noon,
	publishedAt: new Date('2026-01-01'),
	closedAt: null,
	archivedAt: null,
	decisionsBy: '2026-03-31',
	runsTo: '2026-09-30'
};
const times: ExpressionTimes = {
	begunAt: new Date('2026-01-06'),
	submittedAt: null,
	withdrawnAt: null,
	erasedAt: null
};
const keeping = { months: 11, draftDays: 60 };
const day = 86_400_000;

describe('when the content is deleted', () => {
	test.each<[string, Partial<ExpressionTimes>, string, string]>([
		[
			'a draft: days after the deadline, by the calendar of the zone',
			{},
			'2026-05-10T11:00:00.000Z',
			'unsent'
		],
		[
			'a draft with more time: days after its own',
			{ extendedUntil: instantOf('2026-03-18T12:00', zone) },
			'2026-05-17T11:00:00.000Z',
			'unsent'
		],
		[
			'sent: months after the decision, and a short month has its last day',
			{ submittedAt: noon },
			'2027-02-28T00:00:00.000Z',
			'kept-long-enough'
		],
		[
			'sent, and told later than the call had said: months after the release',
			{ submittedAt: noon, releasedAt: instantOf('2026-04-15T10:00', zone) },
			'2027-03-15T00:00:00.000Z',
			'kept-long-enough'
		],
		[
			'with a place: months after the end of the programme',
			{ submittedAt: noon, releasedAt: instantOf('2026-04-15T10:00', zone), hasPlace: true },
			'2027-08-30T00:00:00.000Z',
			'kept-long-enough'
		],
		[
			'withdrawn: a fortnight later',
			{ submittedAt: noon, withdrawnAt: noon },
			'2026-03-25T12:00:00.000Z',
			'withdrawn'
		]
	])('%s', (_, change, at, why) => {
		expect(endingOf(call, { ...times, ...change }, keeping)).toEqual({ at: new Date(at), why });
	});
	test('of a call without a deadline nothing is counted yet', () => {
		expect(endingOf({ ...call, closesAt: null }, times, keeping)).toBeNull();
	});
	test('the latest state counts', () => {
		expect(stateOf({ ...times, submittedAt: noon, withdrawnAt: noon, erasedAt: noon })).toBe('erased');
	});
});

describe('reminders', () => {
	const due = (now: Date, begunAt = times.begunAt) =>
		reminderDue('deadline', noon, { begunAt, zone, now })?.days;
	test.each([
		[31, undefined],
		[30, 30],
		[29, 30],
		[7, 7],
		[1, 1],
		[0.5, 1],
		[0, undefined],
		[-1, undefined]
	])('%s days before, the reminder of %s days is due', (days, expected) => {
		expect(due(new Date(noon.getTime() - days * day))).toBe(expected);
	});
	test('only where that long remained when it was begun', () => {
		const begun = new Date(noon.getTime() - 6 * day);
		expect(due(begun, begun)).toBeUndefined();
		expect(due(new Date(noon.getTime() - day), begun)).toBe(1);
	});
	test('a day is a day of the calendar, also where the clock changes', () => {
		const monday = instantOf('2026-03-30T12:00', zone);
		const at = (local: string) =>
			reminderDue('deadline', monday, { begunAt: times.begunAt, zone, now: instantOf(local, zone) })?.days;
		expect(at('2026-03-29T11:59')).toBe(7);
		expect(at('2026-03-29T12:00')).toBe(1);
	});
	test('as time goes on, each is due once, in falling order', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 60 * 24 }), (hours) => {
				const begunAt = new Date(noon.getTime() - hours * 3_600_000);
				const seen: number[] = [];
				for (let hour = hours; hour > 0; hour -= 1) {
					const days = due(new Date(noon.getTime() - hour * 3_600_000), begunAt);
					if (days !== undefined && seen.at(-1) !== days) seen.push(days);
				}
				expect(seen).toEqual([30, 7, 1].filter((days) => days * 24 <= hours));
			}),
			{ numRuns: 10 }
		);
	});
});

describe('references', () => {
	test('are read as people write them', () => {
		for (const written of ['K7M-4QX', 'k7m4qx', ' k7m 4qx ', 'K7M–4QX'])
			expect(readReference(written)).toBe('K7M-4QX');
		for (const written of ['', 'K7M-4Q', 'K7M-4QA', 'K7M-4QXX', '../../x'])
			expect(readReference(written)).toBeUndefined();
	});
	test('use no symbol that is taken for another, and no vowel', () => {
		expect(referenceSymbols).not.toMatch(/[01AEIOULS]/);
	});
});

test('equality counts are rounded to fives, and fewer than five are hidden', () => {
	const counts = [0, 4, 5, 7, 8, 23].map((count, n) => ({
		question: 'equality-ethnicity',
		option: ['asian', 'black', 'mixed', 'white', 'another', 'rather-not'][n]!,
		count
	}));
	const shown = roundedCounts(counts).filter(({ question }) => question === 'equality-ethnicity');
	expect(shown.map(({ about }) => about)).toEqual([null, null, 5, 5, 10, 25]);
});
