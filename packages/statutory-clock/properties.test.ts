import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock, clockBy } from './clock.ts';
import { dateOf, dayOf } from './day.ts';
import type { Facts } from './facts.ts';
import { regimeOf, regimes, type RegimeName } from './regimes.ts';
import { isWorking } from './slow-reference.ts';
import { nations, ukHolidays } from './uk-holidays.ts';
import { Temporal } from 'temporal-polyfill';

const names = Object.keys(regimes) as RegimeName[];
const ofTheUk = names.filter((name) => !/^EUGDPR|breach$/.test(name));
const day = fc.integer({ min: dayOf('2019-01-02'), max: dayOf('2027-03-01') });
const regime = fc.constantFrom(...ofTheUk);
const on = (one: number) => dateOf(one);
const request = (name: RegimeName, received: number): Facts => ({
	id: 'x',
	regime: name,
	received: on(received)
});

test('an answer is due on a working day, and never arguable before it is due', () => {
	fc.assert(
		fc.property(regime, day, (name, received) => {
			const { due, latestArguable } = clock(request(name, received));
			if (due === null) return;
			const isOpen = (['england-and-wales', 'scotland', 'northern-ireland'] as const).some((place) =>
				isWorking(Temporal.PlainDate.from(due), place)
			);
			expect(isOpen).toBe(true);
			expect(latestArguable! >= due).toBe(true);
			expect(due > on(received)).toBe(true);
		})
	);
});

test('what arrives later is never due earlier', () => {
	fc.assert(
		fc.property(regime, day, fc.nat(40), (name, received, days) => {
			const [one, other] = [clock(request(name, received)), clock(request(name, received + days))];
			if (one.due === null || other.due === null) return;
			expect(other.due >= one.due).toBe(true);
			expect(other.latestArguable! >= one.latestArguable!).toBe(true);
		})
	);
});

test('the calendar of the whole kingdom never gives an earlier day than that of one nation', () => {
	fc.assert(
		fc.property(day, fc.constantFrom(...nations), (received, nation) => {
			const alone = clockBy({
				...ukHolidays,
				nations: {
					...ukHolidays.nations,
					'england-and-wales': ukHolidays.nations[nation],
					scotland: ukHolidays.nations[nation],
					'northern-ireland': ukHolidays.nations[nation]
				}
			});
			expect(clock(request('FOIA', received)).due! >= alone(request('FOIA', received)).due!).toBe(true);
			const [unknown, known] = [
				request('UKGDPR-SAR', received),
				{ ...request('UKGDPR-SAR', received), nation }
			];
			expect(clock(unknown).due! >= clock(known).due!).toBe(true);
		})
	);
});

test('particulars that were asked for in time make a fresh request', () => {
	fc.assert(
		fc.property(
			fc.constantFrom('FOIA', 'EIR', 'FOISA', 'EISR'),
			day,
			fc.nat(15),
			fc.nat(40),
			(name, received, asked, answered) => {
				const afresh = received + asked + answered;
				const clarifications = [{ asked: on(received + asked), received: on(afresh) }];
				const [restarted, fresh] = [
					clock({ ...request(name, received), clarifications }),
					clock(request(name, afresh))
				];
				expect([restarted.due, restarted.latestArguable]).toEqual([fresh.due, fresh.latestArguable]);
			}
		)
	);
});

test('a pause of no days changes nothing', () => {
	fc.assert(
		fc.property(day, fc.nat(25), (received, asked) => {
			const sameDay = { asked: on(received + asked), received: on(received + asked) };
			const access = request('UKGDPR-SAR', received);
			expect(clock({ ...access, clarifications: [sameDay] }).due).toBe(clock(access).due);
			expect(clock({ ...access, clarifications: [] })).toEqual(clock(access));
			const school = { ...request('FOIA-school', received), closed: [] };
			expect(clock(school).due).toBe(clock(request('FOIA', received)).due);
		})
	);
});

test('every day between the ends of a count was counted or is named as skipped', () => {
	fc.assert(
		fc.property(regime, day, (name, received) => {
			for (const { counted, from, to, skipped } of clock(request(name, received)).steps)
				if (counted) expect(counted + skipped.length).toBe(dayOf(to) - dayOf(from));
		})
	);
});

test('beyond the holidays that are known nothing is guessed', () => {
	const beyond = clock(request('FOIA', dayOf('2027-12-20')));
	expect(beyond).toMatchObject({
		due: null,
		latestArguable: null,
		cannotTell:
			'We cannot tell: it needs 2028-01-01, and the bank holidays of the United Kingdom are known until 2027-12-31 only.'
	});
	expect(clock(request('UKGDPR-SAR', dayOf('2018-11-30'))).cannotTell).toContain(
		'known from 2019-01-01 only'
	);
	expect(
		clock({ id: 'x', regime: 'EUGDPR', memberState: 'HU', received: '2026-03-02' }).cannotTell
	).toContain('the public holidays of HU are not known here');
	for (const name of names) {
		const facts = { ...request(name, dayOf('9990-01-01')), memberState: 'DE' };
		const { due, cannotTell } = clock(facts);
		expect(Boolean(cannotTell), name).toBe(!(regimeOf(name).kind === 'days' && name.endsWith('breach')));
		if (!name.endsWith('breach')) expect(due).toBe(null);
	}
});
