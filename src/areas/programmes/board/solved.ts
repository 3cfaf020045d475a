import type { CohortReport, Parts, Rule } from '#packages/selection';
import type { Basis } from './instance.ts';

/** What is kept of an answer: ids and numbers, and no word of anybody. */
export type Solved =
	| {
			kind: 'cohort';
			basis: Basis;
			members: string[];
			objective: number;
			bound: number;
			isProven: boolean;
			parts: Parts;
			/** For each member whom it costs least to take instead; null: nobody could without breaking a rule. */
			instead: { out: string; in: string | null; costs: number }[];
			alternatives: Other[];
			prices: { rule: string; costs: number; isProven: boolean; instead: Other | null }[];
			/** Of so many times that scores were moved by chance within their error, how often each was in. */
			draws: number;
			stays: Record<string, number>;
			weights: { weight: string; times: number; out: string[]; in: string[] }[];
			/** For lots: how many cohorts are within the band (null: more than can be listed), and each one's chance. */
			lots: { cohorts: number | null; chances: Record<string, number>; isWhole: boolean } | null;
			candidates: number;
	  }
	| { kind: 'none'; basis: Basis; conflict: string[]; candidates: number; size: number }
	| { kind: 'late'; basis: Basis; candidates: number };
export type Cohort = Extract<Solved, { kind: 'cohort' }>;
/** Another cohort beside the first. */
export type Other = { members: string[]; objective: number; out: string[]; in: string[] };

export function solvedOf(
	report: CohortReport,
	basis: Basis
): { answer: Solved; outcomes: string[][] | null } {
	const { people, call } = report.compiled;
	const candidates = people.length;
	if (report.kind === 'none') {
		const conflict = report.conflict.map(({ key }: Rule) => key);
		return { answer: { kind: 'none', basis, conflict, candidates, size: call.size }, outcomes: null };
	}
	if (report.kind === 'late') return { answer: { kind: 'late', basis, candidates }, outcomes: null };
	const { best, swaps, prices, robustness, reweighed, lots } = report;
	const idsOf = (members: readonly number[]) => members.map((person) => people[person]!.id);
	const members = idsOf(report.members);
	const beside = (found: { members: readonly number[]; objective: number }): Other => {
		const others = idsOf(found.members);
		return {
			members: others,
			objective: found.objective,
			out: members.filter((id) => !others.includes(id)),
			in: others.filter((id) => !members.includes(id))
		};
	};
	return {
		answer: {
			kind: 'cohort',
			basis,
			members,
			objective: best.cohorts[0]!.objective,
			bound: best.bound,
			isProven: best.isProven,
			parts: report.parts,
			instead: report.members.map((out) => {
				const swap = swaps.find((one) => one.out === out && one.breaks.length === 0);
				return {
					out: people[out]!.id,
					in: swap ? people[swap.in]!.id : null,
					costs: swap ? -swap.change : 0
				};
			}),
			alternatives: best.cohorts.slice(1).map(beside),
			prices: prices.map(({ rule, costs, isProven, instead }) => ({
				rule: rule.key,
				costs,
				isProven,
				instead: instead ? beside(instead) : null
			})),
			draws: robustness.draws,
			stays: Object.fromEntries(
				people.flatMap(({ id }, person) => (robustness.times[person] ? [[id, robustness.times[person]]] : []))
			),
			weights: reweighed.map(({ weight, times, best: other }) => {
				const found = other.cohorts[0] ? beside(other.cohorts[0]) : { out: [], in: [] };
				return { weight, times, out: found.out, in: found.in };
			}),
			lots: lots?.lots.drawing
				? {
						cohorts: lots.lots.band.isWhole ? lots.lots.band.cohorts.length : null,
						isWhole: lots.lots.drawing.lottery.isComplete,
						chances: Object.fromEntries(
							[...lots.lots.drawing.lottery.persons].map(([person, chance]) => [people[person]!.id, chance])
						)
					}
				: null,
			candidates
		},
		outcomes: lots?.lots.drawing
			? lots.lots.drawing.outcomes.map((at) => idsOf(lots.lots.drawing!.lottery.cohorts[at]!))
			: null
	};
}

/** Fewer than two of three times in: the place is near a coin toss. */
export function isCoinToss({ draws, stays }: Cohort, id: string): boolean {
	return draws > 0 && (stays[id] ?? 0) * 3 < draws * 2;
}
