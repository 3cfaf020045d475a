import { describe, expect, test } from 'vitest';
import { randomFrom } from '#packages/common';
import { compile } from '../problem/compile.ts';
import type { Applicant, CohortCall } from '../problem/problem.ts';
import { examples, referenceOf } from '../reference/examples.ts';
import { madeUp } from '../reference/made-up.ts';
import { everyCohort, isLegal, worth } from '../reference/plain.ts';
import { cohortAnswer } from './answer.ts';
import { bestCohorts } from './best.ts';
import { bestByProgram } from './by-program.ts';
import { conflictAmong } from './conflict.ts';
import { rulePrices } from './prices.ts';
import { cohortReport } from './report.ts';
import { swapsOf } from './swaps.ts';

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1);

const ids = ({ people }: ReturnType<typeof compile>, members: readonly number[]) =>
	members.map((person) => people[person]!.id);

describe('against every cohort there is, tried one by one', () => {
	test.each(seeds)('the four best of call %i are the four best', async (seed) => {
		const { call, applicants } = madeUp(seed);
		const compiled = compile(call, applicants);
		const every = everyCohort(call, applicants).slice(0, 4);
		const { cohorts, isProven } = await bestCohorts(compiled, { count: 4 });
		expect(isProven).toBe(true);
		expect(cohorts.map(({ objective }) => objective.toFixed(8))).toEqual(
			every.map((one) => one.worth.toFixed(8))
		);
		if (every[0]) expect(ids(compiled, cohorts[0]!.members)).toEqual(every[0].ids);
	});

	test.each(seeds.slice(0, 30))('and are where the walk may not go a step: call %i', async (seed) => {
		const { call, applicants } = madeUp(seed);
		const compiled = compile(call, applicants);
		const walked = await bestCohorts(compiled, { count: 4 });
		const { cohorts, isProven } = await bestCohorts(compiled, { count: 4, steps: 0 });
		expect(isProven).toBe(true);
		expect(cohorts.map(({ objective }) => objective.toFixed(7))).toEqual(
			walked.cohorts.map(({ objective }) => objective.toFixed(7))
		);
	});

	test.each(seeds)('HiGHS alone finds what the best of call %i is worth', async (seed) => {
		const { call, applicants } = madeUp(seed);
		const compiled = compile(call, applicants);
		const [best] = everyCohort(call, applicants);
		const { cohort, bound, isProven } = await bestByProgram(compiled, compiled.rules);
		expect(isProven).toBe(true);
		expect(cohort?.objective ?? -Infinity).toBeCloseTo(best?.worth ?? -Infinity, 7);
		expect(bound).toBeCloseTo(best?.worth ?? -Infinity, 6);
	});

	test.each(seeds.slice(0, 20))(
		'what each rule of call %i costs is what leaving it out gains',
		async (seed) => {
			const { call, applicants } = madeUp(seed);
			const compiled = compile(call, applicants);
			const { cohorts } = await bestCohorts(compiled);
			if (!cohorts[0]) return;
			for (const { rule, costs, isProven } of await rulePrices(compiled, cohorts[0])) {
				const kept = { ...compiled, rules: compiled.rules.filter((one) => one !== rule) };
				const without = await bestByProgram(kept, kept.rules);
				expect(isProven).toBe(true);
				expect(costs, rule.key).toBeCloseTo(without.cohort!.objective - cohorts[0].objective, 6);
			}
		}
	);

	test('every swap changes what it says, and breaks what it says', () => {
		const { call, applicants } = madeUp(3);
		const compiled = compile(call, applicants);
		const members = everyCohort(call, applicants)[0]!.ids.map((id) =>
			compiled.people.findIndex((one) => one.id === id)
		);
		const inside = members.map((person) => compiled.people[person]!);
		const swaps = swapsOf(compiled, members);
		expect(swaps).toHaveLength(call.size * (compiled.people.length - call.size));
		for (const { out, in: person, change, breaks } of swaps) {
			const after = inside.map((one) => (one === compiled.people[out] ? compiled.people[person]! : one));
			expect(change).toBeCloseTo(worth(call, after) - worth(call, inside), 9);
			expect(breaks.length === 0).toBe(isLegal(call, after));
		}
	});
});

describe('where no cohort keeps the rules', () => {
	const impossible = seeds.filter((seed) => {
		const { call, applicants } = madeUp(seed);
		return everyCohort(call, applicants).length === 0;
	});

	test('some of the calls are such', () => expect(impossible.length).toBeGreaterThan(3));

	test.each(impossible)(
		'call %i: the rules that are named cannot be kept, and each fewer can',
		async (seed) => {
			const { call, applicants } = madeUp(seed);
			const compiled = compile(call, applicants);
			const conflict = await conflictAmong(compiled);
			const legal = async (rules: typeof conflict) =>
				(await bestByProgram(compiled, rules)).cohort !== undefined;
			expect(await legal(conflict)).toBe(false);
			for (const rule of conflict) expect(await legal(conflict.filter((one) => one !== rule))).toBe(true);
		}
	);

	test('fewer people than places is said so, and no rule is blamed', async () => {
		const { call, applicants } = madeUp(3);
		const report = await cohortReport({ ...call, size: 15 }, applicants);
		expect(cohortAnswer(report)).toMatchObject({ cohort: null, conflict: [] });
	});
});

describe('what may not change the answer', () => {
	const { call, applicants } = madeUp(5, 18, 5);
	const answer = async (all: readonly Applicant[], asked: CohortCall = call) =>
		JSON.stringify(cohortAnswer(await cohortReport(asked, all, { draws: 5 })));

	test('the order in which people applied', async () => {
		const random = randomFrom(7);
		const shuffled = applicants.toSorted(() => random() - 0.5);
		expect(await answer(shuffled)).toBe(await answer(applicants));
		expect(await answer(applicants.toReversed())).toBe(await answer(applicants));
	});

	test('somebody who is not eligible, however good', async () => {
		const stranger: Applicant = { ...applicants[0]!, id: 'a00', score: 1, isEligible: false };
		expect(await answer([stranger, ...applicants])).toBe(await answer(applicants));
	});

	test('asking twice', async () => expect(await answer(applicants)).toBe(await answer(applicants)));
});

describe.each(examples)('the call %s', (name) => {
	const { call, applicants } = referenceOf(name);
	const { reference } = referenceOf(name);

	test('its best cohorts are those of the reference', async () => {
		const compiled = compile(call, applicants);
		const known = [reference.best_known, ...reference.next_best.map(({ objective }) => objective)];
		const { cohorts, isProven } = await bestCohorts(compiled, { count: known.length });
		expect(isProven).toBe(true);
		for (const [at, objective] of known.entries()) expect(cohorts[at]!.objective).toBeCloseTo(objective, 4);
		expect(ids(compiled, cohorts[0]!.members)).toEqual(reference.cohort);
		const legal = swapsOf(compiled, cohorts[0]!.members).filter(({ breaks }) => breaks.length === 0);
		expect(legal).toHaveLength(reference.legal_single_swaps);
		expect(legal[0]!.change).toBeCloseTo(reference.best_swaps[0]![2], 3);
	});
});
