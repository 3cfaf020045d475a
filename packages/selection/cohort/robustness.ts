import { randomFrom, type Random } from '#packages/common';
import type { Compiled } from '../problem/compile.ts';
import { bestCohorts } from './best.ts';

export type Robustness = {
	readonly draws: number;
	/** Draws whose best cohort is proven; where it is not, the best found counts. */
	readonly proven: number;
	/** For each person in how many of the draws they are in the best cohort. */
	readonly times: Int32Array;
};

/**
 * Scores are uncertain. How often is each person still in the best cohort when every score is moved by chance as far as its
 * standard error says? Who may be in at all goes by the score as it was given.
 */
export async function robustness(
	compiled: Compiled,
	known: readonly (readonly number[])[],
	{ draws, seed, seconds }: { draws: number; seed: number; seconds?: number | undefined }
): Promise<Robustness> {
	const times = new Int32Array(compiled.people.length);
	const seen = [...known];
	let proven = 0;
	for (let draw = 0; draw < draws; draw++) {
		const random = randomFrom(seed, draw);
		const scores = compiled.scores.map(
			(score, person) => score + compiled.people[person]!.scoreError * normal(random)
		);
		const { cohorts, isProven } = await bestCohorts({ ...compiled, scores }, { known: seen, seconds });
		if (isProven) proven++;
		for (const person of cohorts[0]?.members ?? []) times[person]!++;
		if (cohorts[0]) seen.push(cohorts[0].members);
	}
	return { draws, proven, times };
}

/** A standard normal number (Box and Muller 1958). */
function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
