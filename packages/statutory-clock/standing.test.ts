import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import { standingOn } from './standing.ts';

const contested = clock({ id: 'x', regime: 'FOIA', received: '2026-09-05' });

test.each([
	['2026-10-01', 'running', 1],
	['2026-10-02', 'due-today', 0],
	['2026-10-03', 'late-arguably', -1],
	['2026-10-05', 'late-arguably', -3],
	['2026-10-06', 'late', -4]
])('on %s a case that is due on 2 October, and arguable until the 5th, is %s', (today, is, daysLeft) => {
	expect(standingOn(today, contested)).toEqual({ is, daysLeft });
});

test('where no day can be named, nobody is late', () => {
	const waiting = clock({
		id: 'x',
		regime: 'FOIA',
		received: '2026-09-01',
		clarifications: [{ asked: '2026-09-02' }]
	});
	const beyond = clock({ id: 'x', regime: 'FOIA', received: '2027-12-20' });
	const notYet = clock({ id: 'x', regime: 'UKGDPR-complaint', received: '2026-06-18' });
	expect([waiting, beyond, notYet].map((one) => standingOn('2030-01-01', one).is)).toEqual([
		'waiting',
		'unknown',
		'nothing-due'
	]);
});

test('while a suspension is open that guidance alone allows, lateness stays arguable', () => {
	const doubted = clock({
		id: 'x',
		regime: 'EUGDPR',
		memberState: 'DE',
		received: '2026-09-03',
		identity: { asked: '2026-09-04' }
	});
	expect(doubted).toMatchObject({
		due: '2026-10-05',
		latestArguable: null,
		waiting: { for: 'identity', since: '2026-09-04' }
	});
	expect(standingOn('2026-12-01', doubted).is).toBe('late-arguably');
});
