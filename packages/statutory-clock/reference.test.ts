import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import { dateOf, dayOf } from './day.ts';
import type { Facts } from './facts.ts';
import { month, school, working } from './slow-reference.ts';
import { nations } from './uk-holidays.ts';

const [first, last] = [dayOf('2019-01-02'), dayOf('2027-03-01')];
const day = fc.integer({ min: first, max: last });
const later = fc.integer({ min: 0, max: 30 });
const on = (one: number) => dateOf(one);
const runs = { numRuns: 60 };

const inDays = [
	['FOIA', 20, 'any-part'],
	['FOIA-records', 30, 'any-part'],
	['FOIA-review', 20, 'any-part'],
	['EIR', 20, 'any-part'],
	['EIR-review', 40, 'any-part'],
	['FOISA', 20, 'scotland'],
	['FOISA-keeper', 30, 'scotland'],
	['FOISA-review', 20, 'scotland'],
	['EISR', 20, 'scotland']
] as const;

test.each(inDays)('%s: the %ith working day (%s), as a walker finds it', (regime, days, place) => {
	fc.assert(
		fc.property(day, (received) => {
			const facts: Facts = { id: 'x', regime, received: on(received) };
			expect(clock(facts).due).toBe(working(facts, days, place));
		}),
		runs
	);
});

test.each(['FOIA', 'EIR', 'FOISA', 'EISR'] as const)(
	'%s with a fee, and afresh with particulars',
	(regime) => {
		const place = regime === 'FOIA' || regime === 'EIR' ? 'any-part' : 'scotland';
		fc.assert(
			fc.property(day, fc.nat(20), later, fc.boolean(), (received, asked, answered, isFee) => {
				const wait = { asked: on(received + asked), received: on(received + asked + answered) };
				const facts: Facts = {
					id: 'x',
					regime,
					received: on(received),
					...(isFee ? { fee: wait } : { clarifications: [wait] })
				};
				expect(clock(facts).due).toBe(working(facts, 20, place));
			}),
			runs
		);
	}
);

test('a school, however often it is shut', () => {
	const stretch = fc.tuple(fc.nat(100), fc.nat(60));
	fc.assert(
		fc.property(day, fc.array(stretch, { maxLength: 4 }), (received, shut) => {
			const closed = shut.map(
				([from, length]) => [on(received + from), on(received + from + length)] as const
			);
			const facts: Facts = { id: 'x', regime: 'FOIA-school', received: on(received), closed };
			expect(clock(facts).due).toBe(school(facts));
		}),
		runs
	);
});

test.each(nations)('a month, or three, in %s, with pauses and an identity that was in doubt', (nation) => {
	const pause = fc.tuple(fc.nat(25), later);
	fc.assert(
		fc.property(
			day,
			fc.array(pause, { maxLength: 3 }),
			fc.option(fc.tuple(fc.nat(10), fc.nat(10))),
			fc.boolean(),
			(received, pauses, doubt, extended) => {
				const facts: Facts = {
					id: 'x',
					regime: 'UKGDPR-SAR',
					nation,
					received: on(received),
					extended,
					clarifications: pauses.map(([asked, answered]) => ({
						asked: on(received + asked),
						received: on(received + asked + answered)
					})),
					...(doubt
						? { identity: { asked: on(received + doubt[0]), received: on(received + doubt[0] + doubt[1]) } }
						: {})
				};
				const { latestArguable } = clock(facts);
				expect(latestArguable).toBe(month(facts, extended ? 3 : 1, nation, true));
			}
		),
		runs
	);
});

test('the strict day leaves out the day of hearing nowhere', () => {
	fc.assert(
		fc.property(day, fc.nat(25), later, (received, asked, answered) => {
			const facts: Facts = {
				id: 'x',
				regime: 'UKGDPR-SAR',
				nation: 'scotland',
				received: on(received),
				clarifications: [{ asked: on(received + asked), received: on(received + asked + answered) }]
			};
			expect(clock(facts).due).toBe(month(facts, 1, 'scotland', false));
		}),
		runs
	);
});
