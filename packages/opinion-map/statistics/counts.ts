import type { Ballots } from '../ballots.ts';

/** How many agreed, disagreed and saw each statement (passes are seen), for each group one after the other. */
export type Counts = {
	readonly groups: number;
	readonly statements: number;
	/** Of group `g` and statement `j` at `g * statements + j`. */
	readonly agree: Int32Array;
	readonly disagree: Int32Array;
	readonly seen: Int32Array;
};

export function noCounts(groups: number, statements: number): Counts {
	const size = groups * statements;
	return {
		groups,
		statements,
		agree: new Int32Array(size),
		disagree: new Int32Array(size),
		seen: new Int32Array(size)
	};
}

/** `groupOf[person]` is a group, or -1 for nobody's. */
export function countsOf(ballots: Ballots, groupOf: Int8Array, groups: number): Counts {
	const counts = noCounts(groups, ballots.statements.length);
	for (let person = 0; person < ballots.people.length; person++) {
		const base = groupOf[person]! * counts.statements;
		if (base < 0) continue;
		for (let at = ballots.starts[person]!; at < ballots.starts[person + 1]!; at++)
			countVote(counts, base + ballots.statementOf[at]!, ballots.votes[at]!, 1);
	}
	return counts;
}

/** Adds a vote (`by` 1) or takes it away (`by` -1). */
export function countVote({ agree, disagree, seen }: Counts, place: number, vote: number, by: number): void {
	seen[place]! += by;
	if (vote === 1) agree[place]! += by;
	else if (vote === -1) disagree[place]! += by;
}

export function countsOfAll(ballots: Ballots): Counts {
	return countsOf(ballots, new Int8Array(ballots.people.length), 1);
}
