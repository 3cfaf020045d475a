import type { Compiled } from '../problem/compile.ts';
import type { Rule } from '../problem/rules.ts';
import { bestCohorts } from './best.ts';
import type { Found } from './exhaustive.ts';

export type Price = {
	readonly rule: Rule;
	/** How much more the best cohort would be worth without this one rule. */
	readonly costs: number;
	readonly instead?: Found;
	readonly isProven: boolean;
};

const hair = 1e-9;

/**
 * What each rule costs. Where leaving out many at once gains nothing, none of them costs anything, so that most rules
 * need no search of their own.
 */
export async function rulePrices(compiled: Compiled, best: Found, seconds?: number): Promise<Price[]> {
	const among = async (rules: readonly Rule[]): Promise<Price[]> => {
		if (rules.length === 0) return [];
		const kept = compiled.rules.filter((rule) => !rules.includes(rule));
		const without = await bestCohorts(compiled, { rules: kept, known: [best.members], seconds });
		const instead = without.cohorts[0]!;
		const { isProven } = without;
		const costs = instead.objective - best.objective;
		if (isProven && costs <= hair) return rules.map((rule) => ({ rule, costs: 0, isProven }));
		if (rules.length === 1) return [{ rule: rules[0]!, costs, instead, isProven }];
		const half = rules.length >> 1;
		return [...(await among(rules.slice(0, half))), ...(await among(rules.slice(half)))];
	};
	return among(compiled.rules);
}
