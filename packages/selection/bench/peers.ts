import { below, randomFrom, type Random } from '#packages/common';
import { Tally } from '../cohort/tally.ts';
import { countModel } from '../cohort/count-model.ts';
import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import { missBy } from '../problem/rules.ts';
import { solve } from '../solver/program.ts';

/** How a cohort is mostly looked for: from somewhere, swap as long as a swap helps. Finds good ones and proves nothing. */
export function bySwaps(compiled: Compiled, starts: number, seed = 1): number {
	const tally = new Tally(compiled, compiled.rules);
	let best = -Infinity;
	for (let start = 0; start < starts; start++)
		best = Math.max(best, climbed(tally, someOf(compiled, randomFrom(seed, start))));
	return best;
}

/** A broken rule weighs more than anything else. */
function worthOf(tally: Tally, members: readonly number[]): number {
	const { compiled } = tally;
	for (const person of members) tally.move(person, 1);
	const missed = tally.rules.reduce((sum, rule, at) => sum + missBy(rule, tally.held[at]!), 0);
	for (const person of members) tally.move(person, -1);
	return objectiveOf(compiled, partsOf(compiled, members)) - 1_000 * missed;
}

function someOf({ people, call }: Compiled, random: Random): number[] {
	const left = [...people.keys()];
	return Array.from({ length: call.size }, () => left.splice(below(left.length, random), 1)[0]!);
}

function climbed(tally: Tally, members: number[]): number {
	for (let worth = worthOf(tally, members); ;) {
		const better = bestSwap(tally, members, worth);
		if (!better) return worth;
		members[better.at] = better.person;
		worth = better.worth;
	}
}

function bestSwap(tally: Tally, members: readonly number[], worth: number) {
	let best: { at: number; person: number; worth: number } | undefined;
	for (const at of members.keys())
		for (const person of tally.compiled.people.keys()) {
			if (members.includes(person)) continue;
			const now = worthOf(tally, members.with(at, person));
			if (now > (best?.worth ?? worth) + 1e-9) best = { at, person, worth: now };
		}
	return best;
}

/** As textbooks write it: a column for each pair, which is in when both are. */
export async function byPairs(
	compiled: Compiled,
	seconds: number
): Promise<{ worth: number; bound: number }> {
	const { call, people, attributes } = compiled;
	const without = { ...compiled, call: { ...call, weights: { ...call.weights, difference: 0 } } };
	const { program, columns } = countModel(without, compiled.rules);
	const each = (100 * call.weights.difference) / Math.max(1, (call.size * (call.size - 1)) / 2);
	for (let one = 0; one < people.length; one++)
		for (let other = one + 1; other < people.length; other++) {
			const differ = attributes.reduce((sum, { share, of }) => sum + (of[one] === of[other] ? 0 : share), 0);
			if (differ === 0) continue;
			const both = program.column(each * differ, 0, 1);
			for (const person of [one, other])
				program.row(-Infinity, 0, [
					[both, 1],
					[columns[person]!, -1]
				]);
		}
	const { objective, bound } = await solve(program, { seconds });
	return { worth: objective, bound };
}
