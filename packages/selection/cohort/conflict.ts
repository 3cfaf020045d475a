import type { Compiled } from '../problem/compile.ts';
import type { Rule } from '../problem/rules.ts';
import { solve } from '../solver/program.ts';
import { feasibilityModel } from './count-model.ts';

/** As many sets of two and three rules are tried before a shorter one is no longer looked for. */
const mostTries = 600;

/**
 * The shortest set of rules that cannot be kept together: rules are dropped as long as what is left still cannot be kept,
 * and then every set of one, two or three of all rules is tried, should there be a shorter one. Empty when the places
 * are more than the people.
 */
export async function conflictAmong(compiled: Compiled): Promise<Rule[]> {
	let left = [...compiled.rules];
	for (const rule of compiled.rules) {
		const without = left.filter((one) => one !== rule);
		if (!(await canBeKept(compiled, without))) left = without;
	}
	return (await shorterThan(compiled, left.length)) ?? left;
}

export async function canBeKept(compiled: Compiled, rules: readonly Rule[]): Promise<boolean> {
	return (await solve(feasibilityModel(compiled, rules))).status !== 'infeasible';
}

async function shorterThan(compiled: Compiled, length: number): Promise<Rule[] | undefined> {
	let tries = 0;
	for (let size = 1; size < Math.min(length, 4); size++)
		for (const some of setsOf(compiled.rules, size)) {
			if (++tries > mostTries) return undefined;
			if (!(await canBeKept(compiled, some))) return some;
		}
	return undefined;
}

function* setsOf<T>(all: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) yield [];
	else
		for (let at = from; at + size <= all.length; at++)
			for (const rest of setsOf(all, size - 1, at + 1)) yield [all[at]!, ...rest];
}
