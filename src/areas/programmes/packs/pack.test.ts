import { expect, test } from 'vitest';
import { keptUntil, stateOf } from './pack.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 0, 15, 12, 0) + minutes * 60_000);
const asked = {
	askedAt: at(0),
	begunAt: null,
	stirredAt: null,
	readyAt: null,
	failedAt: null,
	cancelledAt: null
};
const begun = { ...asked, begunAt: at(1), stirredAt: at(1) };

test.each([
	['asked for, and not begun', asked, 9, 'waiting'],
	['nobody takes it up', asked, 11, 'failed'],
	['begun', begun, 2, 'making'],
	['its job said nothing for minutes', begun, 4, 'failed'],
	['it said something since', { ...begun, stirredAt: at(3) }, 4, 'making'],
	['ready', { ...begun, readyAt: at(2) }, 61, 'ready'],
	['its hour is over', { ...begun, readyAt: at(2) }, 62, 'over'],
	['failed', { ...begun, failedAt: at(2) }, 3, 'failed'],
	['cancelled', { ...begun, cancelledAt: at(2) }, 3, 'cancelled']
] as const)('%s', (_, pack, now, state) => {
	expect(stateOf(pack, at(now))).toBe(state);
});

test('it is kept for an hour from when it was ready', () => {
	expect(keptUntil({ ...begun, readyAt: at(2) })).toEqual(at(62));
});
