import { lotsAnswer } from '../lots/lots.ts';
import type { Compiled } from '../problem/compile.ts';
import type { Found } from './exhaustive.ts';
import { becauseOf, memberBecause, untaught } from './because.ts';
import type { CohortReport } from './report.ts';

/** What `placard cohort` prints: plain values, ids in the order of their code units. */
export function cohortAnswer(report: CohortReport): Record<string, unknown> {
	if (report.kind === 'none') return noneAnswer(report);
	if (report.kind === 'late')
		return {
			cohort: null,
			proven: false,
			because: ['No set that keeps the rules was found in the time given.']
		};
	const { compiled, best, members, parts, swaps, prices, robustness, reweighed, lots } = report;
	const ids = idsOf(compiled, members);
	const legal = swaps.filter(({ breaks }) => breaks.length === 0);
	return {
		cohort: ids,
		objective: exact(best.cohorts[0]!.objective),
		bound: exact(best.bound),
		proven: best.isProven,
		parts: mapped(parts),
		because: becauseOf(report),
		members: members.map((person) => ({
			id: compiled.people[person]!.id,
			because: memberBecause(report, person)
		})),
		nobody_teaches: untaught(report).map(({ topic, wishedBy }) => ({ topic, wished_by: wishedBy })),
		swaps: legal.map(({ out, in: person, change, parts: by }) => ({
			out: compiled.people[out]!.id,
			in: compiled.people[person]!.id,
			change: exact(change),
			...mapped(by)
		})),
		swaps_that_break_a_rule: swaps.length - legal.length,
		alternatives: best.cohorts.slice(1).map((found) => beside(compiled, ids, found)),
		rule_prices: prices.map(({ rule, costs, instead, isProven }) => ({
			rule: rule.key,
			words: rule.words,
			costs: exact(costs),
			proven: isProven,
			...(instead ? { without: beside(compiled, ids, instead) } : {})
		})),
		robustness: sharesOf(compiled, robustness.times, robustness.draws),
		...(lots ? { lots: lotsAnswer(compiled, lots.share, lots.lots) } : {}),
		robustness_draws: { draws: robustness.draws, proven: robustness.proven },
		...(reweighed.length
			? {
					weights: reweighed.map(({ weight, times, best: other }) => ({
						weight,
						times,
						proven: other.isProven,
						...(other.cohorts[0] ? beside(compiled, ids, other.cohorts[0]) : {})
					}))
				}
			: {})
	};
}

function noneAnswer({ compiled, conflict }: CohortReport & { kind: 'none' }): Record<string, unknown> {
	const { size } = compiled.call;
	const places = `${compiled.people.length} eligible for ${size} places`;
	return {
		cohort: null,
		proven: true,
		conflict: conflict.map(({ key, words }) => ({ rule: key, words })),
		because: conflict.length
			? [
					`No set of ${size} keeps all of these rules together: ${conflict.map(({ words }) => words).join(' ')}`
				]
			: [`There are too few people: ${places}.`]
	};
}

function beside(compiled: Compiled, ids: readonly string[], { members, objective }: Found) {
	const others = idsOf(compiled, members);
	return {
		cohort: others,
		objective: exact(objective),
		out: ids.filter((id) => !others.includes(id)),
		in: others.filter((id) => !ids.includes(id))
	};
}

function idsOf({ people }: Compiled, members: readonly number[]): string[] {
	return members.map((person) => people[person]!.id);
}

function sharesOf({ people }: Compiled, times: Int32Array, draws: number): Record<string, number> {
	const shares = people.flatMap(({ id }, person) =>
		times[person] ? [[id, exact(times[person]! / draws)] as const] : []
	);
	return Object.fromEntries(shares);
}

function mapped(parts: Readonly<Record<string, number>>): Record<string, number> {
	return Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, exact(value)]));
}

/** Nine decimals: what a 64-bit sum of this length is sure of, so that the same answer has the same bytes. */
function exact(value: number): number {
	return Number(value.toFixed(9)) + 0;
}
