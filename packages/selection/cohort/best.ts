import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import type { Rule } from '../problem/rules.ts';
import { bestByProgram } from './by-program.ts';
import { ceilingOf, peopleWorth, type Ceiling } from './ceiling.ts';
import { walkCohorts, type Found } from './exhaustive.ts';
import { Ranking, same } from './ranking.ts';

export type Best = {
	/** The best first; fewer than asked for where there are no more. None at all: no cohort keeps the rules. */
	readonly cohorts: readonly Found[];
	/** No cohort that keeps the rules is worth more. */
	readonly bound: number;
	/** The first is the best there is, and each next one the best of the rest. */
	readonly isProven: boolean;
};

type Asked = {
	rules?: readonly Rule[];
	/** How many: the best, and the next best ones. */
	count?: number;
	/** Cohorts already known to keep the rules; the search leaves out at once what is worth less. */
	known?: readonly (readonly number[])[];
	seconds?: number | undefined;
	/** How far one walk may go. What is not settled by then is settled by HiGHS. */
	steps?: number;
	/** Told of each cohort that is the best so far. */
	better?: ((best: Found) => void) | undefined;
};

/** About a second of one core. */
const manySteps = 400_000;

/**
 * The cohorts that are worth most among those that keep the rules. The linear relaxation says what none can be worth
 * more than. Just below it few people can matter, and a walk through their cohorts is short; so it is begun there, and
 * goes lower until enough were found. That all of a band were seen is the proof.
 */
export async function bestCohorts(compiled: Compiled, asked: Asked = {}): Promise<Best> {
	const { rules = compiled.rules, count = 1, known = [], seconds, steps = manySteps, better } = asked;
	const ranking = new Ranking(count, better);
	for (const members of known)
		ranking.take({ members, objective: objectiveOf(compiled, partsOf(compiled, members)) });
	const ceiling = await ceilingOf(compiled, rules);
	if (!ceiling) return { cohorts: [], bound: -Infinity, isProven: true };
	for (const floor of floorsBelow(ceiling.bound))
		if (!walkAbove(compiled, { rules, ceiling, ranking, floor, steps }))
			return byProgram(compiled, { rules, ranking, seconds, people: peopleWorth(ceiling, ranking.least) });
		else if (ranking.least >= floor) break;
	return { cohorts: ranking.all, bound: ranking.all[0]?.objective ?? -Infinity, isProven: true };
}

/** In points: near the relaxation, as it mostly is where many come, and then half as far again each time. */
function* floorsBelow(bound: number): Generator<number> {
	for (let below = 0.02; below < 200; below *= 1.5) yield bound - below;
	yield -Infinity;
}

type Above = { rules: readonly Rule[]; ceiling: Ceiling; ranking: Ranking; floor: number; steps: number };

/** True when every cohort worth `floor` was seen, or enough of them that are worth more than all others. */
function walkAbove(compiled: Compiled, { rules, ceiling, ranking, floor, steps }: Above): boolean {
	for (let least = floor; ; least = ranking.least) {
		const isWhole = walkCohorts(compiled, {
			rules,
			ceiling,
			steps,
			least: () => Math.max(least, ranking.least),
			found: (cohort) => ranking.take(cohort)
		});
		// What was found on the way may leave out so many that the walk is short now.
		if (isWhole || ranking.least <= least) return isWhole;
	}
}

type ByProgram = {
	rules: readonly Rule[];
	ranking: Ranking;
	seconds: number | undefined;
	people: readonly number[];
};

/** One after the other, each time without those that are known. */
async function byProgram(compiled: Compiled, { rules, ranking, seconds, people }: ByProgram): Promise<Best> {
	const cohorts: Found[] = [];
	let bound = Infinity;
	while (cohorts.length < ranking.count) {
		const not = cohorts.map(({ members }) => members);
		const start = ranking.all.find(({ members }) => !not.some((one) => same(one, members)));
		const solved = await bestByProgram(compiled, rules, { not, people, start: start?.members, seconds });
		if (cohorts.length === 0) bound = solved.bound;
		if (!solved.cohort) return { cohorts, bound, isProven: solved.isProven };
		cohorts.push(solved.cohort);
		if (!solved.isProven) return { cohorts, bound, isProven: false };
	}
	return { cohorts, bound: cohorts[0]!.objective, isProven: true };
}
