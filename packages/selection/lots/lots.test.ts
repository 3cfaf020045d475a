import { describe, expect, test } from 'vitest';
import { compile } from '../problem/compile.ts';
import { referenceOf } from '../reference/examples.ts';
import { madeUp } from '../reference/made-up.ts';
import { everyCohort } from '../reference/plain.ts';
import { cohortsWithin } from './band.ts';
import { leximin } from './lottery.ts';
import { lotsAmong } from './lots.ts';
import { rounded } from './rounding.ts';

const seed = () => {
	const { call, applicants } = referenceOf('seed_five_of_50');
	return compile(call, applicants);
};

/** As the specification measured it: the share, the cohorts, who has a chance, the smallest chance. */
test.each([
	[0.005, 5, 11, 0.25],
	[0.01, 12, 16, 1 / 6],
	[0.02, 37, 30, 1 / 11],
	[0.05, 466, 42, 3 / 31],
	[0.1, 5757, 42, 5 / 42]
])(
	'within %f of the best: %i cohorts, %i with a chance, nobody below %f',
	async (share, cohorts, people, minimum) => {
		const { band, drawing } = await lotsAmong(seed(), share);
		const lots = drawing!;
		expect(band).toMatchObject({ isWhole: true });
		expect(band.cohorts).toHaveLength(cohorts);
		expect(lots.lottery.persons.size).toBe(people);
		expect(lots.lottery.minimum).toBeCloseTo(minimum, 3);
		expect(lots.lottery.bound).toBeCloseTo(lots.lottery.minimum, 6);
		expect(lots.outcomes).toHaveLength(1_000);
		expect(lots.largestChange).toBeLessThan(0.01);
	}
);

test.each([1, 2, 5, 8])('the band of call %i holds what trying every cohort finds', async (number) => {
	const { call, applicants } = madeUp(number);
	const compiled = compile(call, applicants);
	const every = everyCohort(call, applicants);
	const { cohorts, least } = await cohortsWithin(compiled, 0.05);
	const expected = every.filter(({ worth }) => worth >= 0.95 * every[0]!.worth - 1e-9);
	expect(cohorts.map(({ members }) => members.map((person) => compiled.people[person]!.id).join())).toEqual(
		expected.map(({ ids }) => ids.join()).toSorted()
	);
	if (every[0]) expect(least).toBeCloseTo(0.95 * every[0].worth, 9);
});

/** As if no more than five could be listed: what is looked for one after the other makes the same lottery. */
test.each([0.01])(
	'within %f, found one by one, nobody has another chance than by listing all',
	async (share) => {
		const listed = (await lotsAmong(seed(), share)).drawing!.lottery;
		const { band, drawing } = await lotsAmong(seed(), share, { most: { cohorts: 5, steps: 20_000_000 } });
		const { lottery } = drawing!;
		expect(band.isWhole).toBe(false);
		expect(lottery.isComplete).toBe(true);
		expect(lottery.bound).toBeCloseTo(lottery.minimum, 5);
		for (const [person, chance] of listed.persons) expect(lottery.persons.get(person)).toBeCloseTo(chance, 4);
		expect(lottery.persons.size).toBe(listed.persons.size);
	}
);

describe('the lottery', () => {
	test('gives everybody alike what everybody can have', async () => {
		const { persons, chances } = await leximin([
			[0, 1],
			[2, 3],
			[0, 3]
		]);
		expect([...persons.values()].map((chance) => chance.toFixed(6))).toEqual([
			'0.500000',
			'0.500000',
			'0.500000',
			'0.500000'
		]);
		expect(chances[2]).toBeCloseTo(0, 6);
	});

	test('goes on where somebody is in whatever happens', async () => {
		const { persons, minimum } = await leximin([
			[0, 1],
			[0, 2],
			[0, 3]
		]);
		expect(persons.get(0)).toBeCloseTo(1, 6);
		expect(minimum).toBeCloseTo(1 / 3, 6);
	});

	/** Moving chance from one cohort to another can never help somebody who has less without taking from somebody who has no more. */
	test.each([1, 2, 3, 4, 5, 6])(
		'of made-up cohorts %i cannot be made fairer by moving some chance',
		async (number) => {
			const { call, applicants } = madeUp(number, 12, 3);
			const compiled = compile({ ...call, quotas: [], notAlone: [], lockedIn: [] }, applicants);
			const { cohorts } = await cohortsWithin(compiled, 0.08);
			const members = cohorts.map((cohort) => cohort.members);
			const { chances, persons } = await leximin(members);
			const before = [...persons.values()].sort((a, b) => a - b);
			for (const [from, chance] of chances.entries())
				for (const to of chances.keys()) {
					if (from === to || chance < 1e-6) continue;
					const moved = new Map(persons);
					const step = Math.min(chance, 1e-3);
					for (const person of members[from]!) moved.set(person, moved.get(person)! - step);
					for (const person of members[to]!) moved.set(person, moved.get(person)! + step);
					const after = [...moved.values()].sort((a, b) => a - b);
					expect(isFairer(after, before)).toBe(false);
				}
		}
	);
});

function isFairer(one: readonly number[], other: readonly number[]): boolean {
	const at = one.findIndex((value, place) => Math.abs(value - other[place]!) > 1e-6);
	return at >= 0 && one[at]! > other[at]!;
}

test('so many outcomes are shared out by chance, and what is left to those who lost most', () => {
	expect(rounded([0.5, 0.25, 0.25], 1_000).times).toEqual([500, 250, 250]);
	expect(rounded([1 / 3, 1 / 3, 1 / 3], 1_000).times).toEqual([334, 333, 333]);
	expect(rounded([0.9996, 0.0004], 1_000).times).toEqual([1_000, 0]);
	expect(rounded([0.12345, 0.87655], 100).times.reduce((sum, one) => sum + one)).toBe(100);
});
