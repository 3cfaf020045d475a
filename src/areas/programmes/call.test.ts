import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockChangeAt, instantOf, localOf } from '#shared/dates';
import { endsAt, graceEndsAt, mayBegin, maySend, ownEnd, phaseAt, type Call } from './call.ts';

const noon = instantOf('2024-03-11T12:00', 'Europe/London');
const call: Call = {
	id: 'c',
	slug: 'spring',
	zone: 'Europe/London',
	opensAt: instantOf('2024-02-13T00:00', 'Europe/London'),
	closesAt: noon,
	publishedAt: new Date('2024-02-01T09:00:00Z'),
	closedAt: null,
	archivedAt: null
};
const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const quarter = 15 * 60_000;
const yesterday = after(noon, -24 * 3_600_000);

describe('the deadline at noon, to the millisecond', () => {
	test.each`
		clock             | offset         | phase             | begins   | newSends | begunSends
		${'11:59:59.999'} | ${-1}          | ${'open'}         | ${true}  | ${true}  | ${true}
		${'12:00:00.000'} | ${0}           | ${'last-minutes'} | ${false} | ${false} | ${true}
		${'12:14:59.999'} | ${quarter - 1} | ${'last-minutes'} | ${false} | ${false} | ${true}
		${'12:15:00.000'} | ${quarter}     | ${'closed'}       | ${false} | ${false} | ${false}
	`('at $clock the call is $phase', ({ clock, offset, phase, begins, newSends, begunSends }) => {
		const now = after(noon, offset as number);
		expect(`${localOf(now, 'Europe/London')}:${now.toISOString().slice(17, 23)}`).toBe(`2024-03-11T${clock}`);
		expect(phaseAt(call, now)).toBe(phase);
		expect(mayBegin(call, now)).toBe(begins);
		expect(maySend(call, { begunAt: now }, now)).toBe(newSends);
		expect(maySend(call, { begunAt: yesterday }, now)).toBe(begunSends);
	});
});

describe('an extension moves one person’s own closing instant', () => {
	const until = after(noon, 24 * 3_600_000);
	const own = { begunAt: yesterday, extendedUntil: until };
	test.each`
		when                              | now                          | sends
		${'after everybody else’s grace'} | ${after(noon, quarter)}      | ${true}
		${'in the last of their grace'}   | ${after(until, quarter - 1)} | ${true}
		${'a quarter past their own end'} | ${after(until, quarter)}     | ${false}
	`('$when they may send: $sends', ({ now, sends }) => {
		expect(maySend(call, own, now as Date)).toBe(sends);
	});
	test('it opens the door to nobody new, and an earlier one takes nothing away', () => {
		expect(mayBegin(call, after(noon, 1))).toBe(false);
		expect(ownEnd(call, { extendedUntil: yesterday })).toEqual(noon);
	});
});

describe('states', () => {
	const dayBefore = after(noon, -86_400_000);
	test.each<[string, Partial<Call>, Date, string]>([
		['nobody comes into a draft', { publishedAt: null }, dayBefore, 'draft'],
		['published and not yet open', {}, after(call.opensAt!, -1), 'announced'],
		['open from its first instant', {}, call.opensAt!, 'open'],
		['closed early, in its last minutes', { closedAt: dayBefore }, after(dayBefore, 1), 'last-minutes'],
		['closed early, a quarter past', { closedAt: dayBefore }, after(dayBefore, quarter), 'closed'],
		[
			'a closure after the deadline changes nothing',
			{ closedAt: after(noon, 5) },
			after(noon, 1),
			'last-minutes'
		],
		['closed before it opened', { closedAt: after(call.opensAt!, -9) }, after(call.opensAt!, -1), 'closed'],
		['archived', { archivedAt: dayBefore }, dayBefore, 'archived']
	])('%s', (_, change, now, phase) => {
		const changed = { ...call, ...change };
		expect(phaseAt(changed, now)).toBe(phase);
		expect(mayBegin(changed, now)).toBe(phase === 'open');
		expect(maySend(changed, { begunAt: call.opensAt! }, now)).toBe(
			phase === 'open' || phase === 'last-minutes'
		);
	});
});

describe('closing in the hours that the clock changes touch (Europe/London, 2026)', () => {
	test.each`
		local                 | change        | instant
		${'2026-03-29T00:59'} | ${undefined}  | ${'2026-03-29T00:59:00.000Z'}
		${'2026-03-29T01:30'} | ${'skipped'}  | ${'2026-03-29T01:30:00.000Z'}
		${'2026-03-29T02:00'} | ${undefined}  | ${'2026-03-29T01:00:00.000Z'}
		${'2026-10-25T00:59'} | ${undefined}  | ${'2026-10-24T23:59:00.000Z'}
		${'2026-10-25T01:30'} | ${'repeated'} | ${'2026-10-25T00:30:00.000Z'}
		${'2026-10-25T02:00'} | ${undefined}  | ${'2026-10-25T02:00:00.000Z'}
	`(
		'$local is $change and closes at $instant, with a true quarter of an hour',
		({ local, change, instant }) => {
			expect(clockChangeAt(local as string, 'Europe/London')).toBe(change);
			const closesAt = instantOf(local as string, 'Europe/London');
			expect(closesAt.toISOString()).toBe(instant);
			const moved = { ...call, closesAt };
			expect(mayBegin(moved, after(closesAt, -1))).toBe(true);
			expect(mayBegin(moved, closesAt)).toBe(false);
			expect(maySend(moved, { begunAt: yesterday }, after(closesAt, quarter - 1))).toBe(true);
			expect(maySend(moved, { begunAt: yesterday }, after(closesAt, quarter))).toBe(false);
		}
	);
	test('in the repeated hour the first closing at 1.30 counts; an hour later the clock shows 1.30 again and all is over', () => {
		const moved = { ...call, closesAt: instantOf('2026-10-25T01:30', 'Europe/London') };
		const again = after(moved.closesAt, 3_600_000);
		expect(localOf(again, 'Europe/London')).toBe('2026-10-25T01:30');
		expect(maySend(moved, { begunAt: yesterday }, again)).toBe(false);
	});
});

describe('whatever the dates', () => {
	const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2027-01-01'), noInvalidDate: true });
	const maybe = fc.option(instant);
	const anyCall = fc.record({
		id: fc.constant('c'),
		slug: fc.constant('s'),
		zone: fc.constant('UTC'),
		opensAt: maybe,
		closesAt: maybe,
		publishedAt: maybe,
		closedAt: maybe,
		archivedAt: maybe
	});

	test('who may begin may send what they begin at that instant', () => {
		fc.assert(
			fc.property(anyCall, instant, (any, now) => {
				if (mayBegin(any, now)) expect(maySend(any, { begunAt: now }, now)).toBe(true);
			})
		);
	});
	test('nobody begins at or after the end, nothing is sent a quarter after one’s own', () => {
		fc.assert(
			fc.property(anyCall, instant, instant, maybe, (any, begunAt, now, extendedUntil) => {
				if (now >= endsAt(any)) expect(mayBegin(any, now)).toBe(false);
				const own = { begunAt, extendedUntil };
				if (now >= graceEndsAt(ownEnd(any, own))) expect(maySend(any, own, now)).toBe(false);
			})
		);
	});
	test('once refused for being late, never let in later', () => {
		fc.assert(
			fc.property(anyCall, instant, fc.nat(1e9), (any, now, more) => {
				if (phaseAt(any, now) === 'closed')
					expect(['closed', 'archived', 'draft']).toContain(phaseAt(any, after(now, more)));
			})
		);
	});
});
