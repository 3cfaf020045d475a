import { byId, type Applicant, type CohortCall } from '../problem/problem.ts';
import { compile, type Compiled } from '../problem/compile.ts';
import { partsOf, type Parts } from '../problem/parts.ts';
import type { Rule } from '../problem/rules.ts';
import { lotsAmong, type Lots } from '../lots/lots.ts';
import { bestCohorts, type Best } from './best.ts';
import { conflictAmong } from './conflict.ts';
import { rulePrices, type Price } from './prices.ts';
import { robustness, type Robustness } from './robustness.ts';
import { swapsOf, type Swap } from './swaps.ts';
import { reweighed, type Reweighed } from './weights.ts';

export type CohortReport =
	| {
			readonly kind: 'cohort';
			readonly compiled: Compiled;
			readonly best: Best;
			readonly members: readonly number[];
			readonly parts: Parts;
			readonly swaps: readonly Swap[];
			readonly prices: readonly Price[];
			readonly robustness: Robustness;
			readonly reweighed: readonly Reweighed[];
			readonly lots?: { readonly share: number; readonly lots: Lots } | undefined;
	  }
	| { readonly kind: 'none'; readonly compiled: Compiled; readonly conflict: readonly Rule[] }
	| { readonly kind: 'late'; readonly compiled: Compiled };

export type Effort = {
	readonly seed?: number;
	/** How many next best cohorts, and how many times the scores are moved by chance. */
	readonly alternatives?: number;
	readonly draws?: number;
	/** Whether each weight is also tried half as large and half as large again. */
	readonly withWeights?: boolean;
	/** Lots among the cohorts that are worth as much as the best, but for this share of it. */
	readonly lots?: number | undefined;
	/** Bounds each search that HiGHS makes; without it every search comes to its end. */
	readonly seconds?: number | undefined;
	/** Told what is being worked out, from 0 to 1. */
	readonly progress?: (share: number, what: Stage) => void;
	/** Told of each cohort that is the best so far, by the ids of its members. */
	readonly better?: (ids: readonly string[], objective: number) => void;
};

export type Stage = 'cohort' | 'conflict' | 'swaps' | 'prices' | 'robustness' | 'weights' | 'lots';

/** The best cohort by the call's weights and rules, and everything that a panel should know before it takes it. */
export async function cohortReport(
	call: CohortCall,
	applicants: readonly Applicant[],
	{
		seed = 1,
		alternatives = 3,
		draws = 25,
		withWeights = false,
		lots,
		seconds,
		progress = () => {},
		better = () => {}
	}: Effort = {}
): Promise<CohortReport> {
	const compiled = compile(call, applicants.toSorted(byId));
	progress(0, 'cohort');
	const best = await bestCohorts(compiled, {
		count: alternatives + 1,
		seconds,
		better: ({ members, objective }) =>
			better(
				members.map((person) => compiled.people[person]!.id),
				objective
			)
	});
	const [first] = best.cohorts;
	if (!first && !best.isProven) return { kind: 'late', compiled };
	if (!first) {
		progress(0.5, 'conflict');
		return { kind: 'none', compiled, conflict: await conflictAmong(compiled) };
	}
	const known = best.cohorts.map(({ members }) => members);
	progress(0.2, 'swaps');
	const swaps = swapsOf(compiled, first.members);
	progress(0.3, 'prices');
	const prices = await rulePrices(compiled, first, seconds);
	progress(0.5, 'robustness');
	const often = await robustness(compiled, known, { draws, seed, seconds });
	progress(0.8, 'weights');
	const weights = withWeights ? await reweighed(compiled, known, seconds) : [];
	progress(0.9, 'lots');
	const drawn = lots === undefined ? undefined : { share: lots, lots: await lotsAmong(compiled, lots) };
	return {
		kind: 'cohort',
		compiled,
		best,
		members: first.members,
		parts: partsOf(compiled, first.members),
		swaps,
		prices,
		robustness: often,
		reweighed: weights,
		lots: drawn
	};
}
