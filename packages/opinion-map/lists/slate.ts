import type { Ballots } from '../ballots.ts';
import type { Grouping } from '../grouping.ts';
import type { Counts } from '../statistics/counts.ts';
import { exposed } from './exposed.ts';

export type Pick = {
	statement: number;
	/** What it added: a person counts 1 at their first statement, 1/2 at their second, and so on. */
	value: number;
	/** People who agree with this one and with none before. */
	first: number;
	/** The share of people in groups who by now agree with at least one. */
	reached: number;
};

/**
 * A few statements that speak for as many people as possible, each in proportion: greedy proportional approval voting
 * (Thiele 1895). A statement that few were shown cannot be agreed with by many: only those are taken that were shown at
 * least half as often as the middle one.
 */
export function slate(ballots: Ballots, grouping: Grouping, counts: Counts, picks = 5): Pick[] {
	const eligible = oftenShown(counts, exposed(counts, ballots.out));
	const people = grouping.sizes.reduce((sum, size) => sum + size, 0);
	const agreed = new Int32Array(ballots.people.length);
	const chosen: Pick[] = [];
	let reached = 0;
	while (chosen.length < picks && chosen.length < eligible.length) {
		const values = valuesOf(ballots, grouping, agreed);
		const left = eligible.filter((one) => chosen.every(({ statement }) => statement !== one));
		const best = left.reduce((a, b) => (values[b]! > values[a]! + 1e-9 ? b : a));
		if (values[best]! <= 0) break;
		const first = take(ballots, grouping, agreed, best);
		reached += first;
		chosen.push({ statement: best, value: values[best]!, first, reached: reached / people });
	}
	return chosen;
}

function oftenShown({ groups, statements, seen }: Counts, list: number[]): number[] {
	const shown = (statement: number) => {
		let sum = 0;
		for (let group = 0; group < groups; group++) sum += seen[group * statements + statement]!;
		return sum;
	};
	const sorted = list.map(shown).sort((a, b) => a - b);
	const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
	return list.filter((statement) => 2 * shown(statement) >= middle);
}

function valuesOf({ statements, starts, statementOf, votes }: Ballots, { of }: Grouping, agreed: Int32Array) {
	const values = new Float64Array(statements.length);
	for (let person = 0; person < of.length; person++) {
		if (of[person]! < 0) continue;
		for (let at = starts[person]!; at < starts[person + 1]!; at++)
			if (votes[at] === 1) values[statementOf[at]!]! += 1 / (1 + agreed[person]!);
	}
	return values;
}

function take(
	{ starts, statementOf, votes }: Ballots,
	{ of }: Grouping,
	agreed: Int32Array,
	statement: number
) {
	let first = 0;
	for (let person = 0; person < of.length; person++) {
		if (of[person]! < 0) continue;
		for (let at = starts[person]!; at < starts[person + 1]!; at++)
			if (statementOf[at] === statement && votes[at] === 1) first += Number(agreed[person]!++ === 0);
	}
	return first;
}
