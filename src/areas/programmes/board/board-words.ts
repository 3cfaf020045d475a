import * as m from '#words';
import { when } from '../call-words.ts';
import type { Moment } from '../server/call-views.ts';
import { figure, listed } from '../terms/terms-words.ts';
import type { Person, RuleShown } from './server/look.ts';
import type { Difference } from './server/taken.ts';
import type { OtherView, SwapView } from './server/cohort-view.ts';

/** Sentences of the board, for a panellist who never heard of optimisation. */

export const share = (part: number) => `${figure(Math.round(1000 * part) / 10)}%`;
export const points = (objective: number) => figure(Math.round(100 * objective) / 100);
/** A mean score as the panel gave it: from 1 to 10. */
export const outOfTen = (part: number) => figure(Math.round(10 * (1 + 9 * part)) / 10);
export const named = (people: readonly (Person | string)[]) =>
	listed(people.map((one) => (typeof one === 'string' ? one : one.name)));

export const stageNames: Record<string, () => string> = {
	cohort: m.board_stage_cohort,
	conflict: m.board_stage_conflict,
	swaps: m.board_stage_swaps,
	prices: m.board_stage_prices,
	robustness: m.board_stage_robustness,
	weights: m.board_stage_weights,
	lots: m.board_stage_lots
};

const weightNames: Record<string, () => string> = {
	difference: m.board_weight_difference,
	match: m.board_weight_match,
	score: m.board_weight_score
};
export const weightName = (weight: string) => weightNames[weight]?.() ?? weight;

export function ruleSentence(rule: RuleShown): string {
	if ('who' in rule) return rule.is === 'in' ? m.board_in(rule) : m.board_out(rule);
	if (rule.is === 'least') return m.board_least({ score: figure(rule.score) });
	const what = { question: rule.questionLabel, option: rule.optionLabel };
	if (rule.is === 'alone') return m.terms_not_alone(what);
	const { min, max, isOpen } = rule;
	if (isOpen) return m.terms_quota_least({ ...what, count: min });
	if (min === 0) return m.terms_quota_most({ ...what, count: max });
	return min === max
		? m.terms_quota_exactly({ ...what, count: min })
		: m.terms_quota_between({ ...what, least: min, most: max });
}

/** In what a group differs from what the call published, a sentence each. */
export function differenceSentences({ rules, weights, size }: Difference): string[] {
	return [
		...rules.map(ruleSentence),
		...(weights
			? [
					m.board_other_weights({
						difference: figure(weights.difference),
						match: figure(weights.match),
						score: figure(weights.score)
					})
				]
			: []),
		...(size ? [m.board_other_size({ size })] : [])
	];
}

/** The note on positive action, and the reason that the call published, of a rule about what people said of themselves. */
export function personalNote(rule: RuleShown): string | null {
	return rule.is === 'quota' && rule.isPersonal ? m.board_positive({ why: rule.why }) : null;
}

/** Of somebody by name, nothing is told that they said of themselves. */
export function brokenSentence(rule: RuleShown): string {
	return rule.is === 'quota' && rule.isPersonal ? m.board_swap_person() : ruleSentence(rule);
}

export function alternativeSentence({ costs, out, in: into }: OtherView): string {
	const who = { in: named(into), out: named(out) };
	return isNothing(costs)
		? m.board_alternative_same(who)
		: m.board_alternative({ ...who, points: points(costs) });
}

export function swapSentence({ costs, out, in: into }: SwapView): string {
	const who = { in: into.name, out: out.name };
	if (isNothing(costs)) return m.board_swap_same(who);
	return costs > 0
		? m.board_swap_costs({ ...who, points: points(costs) })
		: m.board_swap_gains({ ...who, points: points(-costs) });
}

export function weightSentence({ weight, times, out, in: into }: Reweighed): string {
	const what = { weight: weightName(weight), in: named(into), out: named(out) };
	return times < 1 ? m.board_weight_half(what) : m.board_weight_more(what);
}
type Reweighed = { weight: string; times: number; out: readonly Person[]; in: readonly Person[] };

/** Less than what is shown of it. */
export function isNothing(costs: number): boolean {
	return Math.abs(costs) < 0.005;
}

export const byAt = ({ by, at }: { by: string; at: Moment }) => m.board_line_by({ name: by, when: when(at) });
