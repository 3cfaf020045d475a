// For the tests and the long proof: cases by chance, and the day that the slow reference finds for them.
import fc from 'fast-check';
import type { Clock } from './clock.ts';
import { dateOf, dayOf } from './day.ts';
import type { Facts, Wait } from './facts.ts';
import type { RegimeName } from './regimes.ts';
import { month, school, working } from './slow-reference.ts';
import { nations } from './uk-holidays.ts';

export type Agreement = {
	readonly name: string;
	readonly cases: fc.Arbitrary<Facts>;
	readonly day: 'due' | 'latestArguable';
	expected(facts: Facts): Clock['due'];
};

const received = fc.integer({ min: dayOf('2019-01-02'), max: dayOf('2027-03-01') });
const on = dateOf;

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

/** Asked so many days after receipt, and answered so many later. */
function wait(from: number, [asked, answered]: readonly [number, number]): Wait {
	return { asked: on(from + asked), received: on(from + asked + answered) };
}

const plain = inDays.map(([regime, days, place]): Agreement => ({
	name: `${regime}: the ${days}th working day (${place})`,
	cases: received.map((day) => ({ id: 'x', regime, received: on(day) })),
	day: 'due',
	expected: (facts) => working(facts, days, place)
}));

const within = fc.tuple(fc.nat(20), fc.nat(30));

const interrupted = inDays
	.filter(([regime]) => ['FOIA', 'EIR', 'FOISA', 'EISR'].includes(regime))
	.flatMap(([regime, days, place]) =>
		(['fee', 'clarifications'] as const).map((what): Agreement => ({
			name: `${regime}: ${what === 'fee' ? 'a fee' : 'afresh with particulars'}`,
			cases: fc.tuple(received, within).map(([day, how]) => withOne(regime, day, what, wait(day, how))),
			day: 'due',
			expected: (facts) => working(facts, days, place)
		}))
	);

function withOne(regime: RegimeName, day: number, what: 'fee' | 'clarifications', one: Wait): Facts {
	return {
		id: 'x',
		regime,
		received: on(day),
		...(what === 'fee' ? { fee: one } : { clarifications: [one] })
	};
}

const schools: Agreement = {
	name: 'a school, however often it is shut',
	cases: fc
		.tuple(received, fc.array(fc.tuple(fc.nat(100), fc.nat(60)), { maxLength: 4 }))
		.map(([day, shut]) => ({
			id: 'x',
			regime: 'FOIA-school',
			received: on(day),
			closed: shut.map(([from, length]) => [on(day + from), on(day + from + length)] as const)
		})),
	day: 'due',
	expected: school
};

const months = nations.map((nation): Agreement => ({
	name: `a month, or three, in ${nation}, with pauses and an identity in doubt`,
	cases: fc
		.record({
			day: received,
			pauses: fc.array(fc.tuple(fc.nat(25), fc.nat(30)), { maxLength: 3 }),
			doubt: fc.option(fc.tuple(fc.nat(10), fc.nat(10))),
			extended: fc.boolean()
		})
		.map(({ day, pauses, doubt, extended }) => ({
			id: 'x',
			regime: 'UKGDPR-SAR',
			nation,
			received: on(day),
			extended,
			clarifications: pauses.map((how) => wait(day, how)),
			...(doubt ? { identity: wait(day, doubt) } : {})
		})),
	day: 'latestArguable',
	expected: (facts) => month(facts, facts.extended ? 3 : 1, nation, true)
}));

const strictMonth: Agreement = {
	name: 'the strict day of a month counts the day of hearing',
	cases: fc.tuple(received, fc.tuple(fc.nat(25), fc.nat(30))).map(([day, how]) => ({
		id: 'x',
		regime: 'UKGDPR-SAR',
		nation: 'scotland',
		received: on(day),
		clarifications: [wait(day, how)]
	})),
	day: 'due',
	expected: (facts) => month(facts, 1, 'scotland', false)
};

export const agreements: readonly Agreement[] = [...plain, ...interrupted, schools, ...months, strictMonth];
