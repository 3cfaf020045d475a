import type { Compiled } from './compile.ts';

/** Each from 0 to 1; the objective from 0 to 100. */
export type Parts = { readonly difference: number; readonly match: number; readonly score: number };

/** What a cohort is worth by the call's own weights, worked out from its members and nothing else. */
export function partsOf(compiled: Compiled, members: readonly number[]): Parts {
	return {
		difference: differenceOf(compiled, members),
		match: mean(members, (person) => matchOf(compiled, members, person)),
		score: mean(members, (person) => compiled.scores[person]!)
	};
}

export function objectiveOf({ call: { weights } }: Compiled, { difference, match, score }: Parts): number {
	return 100 * (weights.difference * difference + weights.match * match + weights.score * score);
}

/** Pick two members at random: on how much of what counts do they differ (Gini and Simpson's index, without replacement)? */
function differenceOf({ attributes }: Compiled, members: readonly number[]): number {
	const pairs = (members.length * (members.length - 1)) / 2;
	if (pairs === 0) return 0;
	const alike = attributes.map(({ share, of, values }) => {
		const counts = new Uint32Array(values.length);
		for (const person of members) counts[of[person]!]!++;
		return share * counts.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
	});
	return 1 - alike.reduce((sum, one) => sum + one, 0) / pairs;
}

/** The share of somebody's wishes that another member can teach. */
function matchOf({ people }: Compiled, members: readonly number[], person: number): number {
	const { needs } = people[person]!;
	if (needs.length === 0) return 1;
	const met = needs.filter((topic) =>
		members.some((other) => other !== person && people[other]!.offers.includes(topic))
	);
	return met.length / needs.length;
}

function mean(members: readonly number[], of: (person: number) => number): number {
	return members.reduce((sum, person) => sum + of(person), 0) / members.length;
}
