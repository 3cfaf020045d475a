import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf, type Parts } from '../problem/parts.ts';
import { missBy, type Rule } from '../problem/rules.ts';

export type Swap = {
	readonly out: number;
	readonly in: number;
	/** How the objective changes, and each of its parts. */
	readonly change: number;
	readonly parts: Parts;
	readonly breaks: readonly Rule[];
};

/** Everybody who could come in for each member, and what that changes; the least costly first, those that break a rule last. */
export function swapsOf(compiled: Compiled, members: readonly number[]): Swap[] {
	const before = partsOf(compiled, members);
	const outside = [...compiled.people.keys()].filter((person) => !members.includes(person));
	return members
		.flatMap((out) => outside.map((person) => swap(compiled, members, before, out, person)))
		.sort(
			(one, other) =>
				Number(one.breaks.length > 0) - Number(other.breaks.length > 0) ||
				other.change - one.change ||
				one.out - other.out ||
				one.in - other.in
		);
}

function swap(
	compiled: Compiled,
	members: readonly number[],
	before: Parts,
	out: number,
	person: number
): Swap {
	const after = members.map((one) => (one === out ? person : one));
	const parts = partsOf(compiled, after);
	return {
		out,
		in: person,
		change: objectiveOf(compiled, parts) - objectiveOf(compiled, before),
		parts: {
			difference: parts.difference - before.difference,
			match: parts.match - before.match,
			score: parts.score - before.score
		},
		breaks: brokenBy(compiled.rules, after)
	};
}

/** The rules that these members do not keep. */
export function brokenBy(rules: readonly Rule[], members: readonly number[]): Rule[] {
	const inside = new Set(members);
	return rules.filter((rule) => missBy(rule, rule.people.filter((person) => inside.has(person)).length) > 0);
}
