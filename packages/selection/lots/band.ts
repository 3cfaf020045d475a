import type { Compiled } from '../problem/compile.ts';
import { bestCohorts } from '../cohort/best.ts';
import { ceilingOf, peopleWorth } from '../cohort/ceiling.ts';
import { walkCohorts, type Found } from '../cohort/exhaustive.ts';

export type Band = {
	/** Every cohort that keeps the rules and is worth at least `least`, in the order of their members. */
	readonly cohorts: readonly Found[];
	readonly least: number;
	/** False: there are more than may be held, and some are missing. */
	readonly isWhole: boolean;
	/** Who could be in any of them, and some who could not. */
	readonly people: readonly number[];
};

export type Most = { cohorts: number; steps: number };
const most: Most = { cohorts: 50_000, steps: 20_000_000 };

/** The cohorts among which lots may be drawn: those that are worth as much as the best, but for a share of it. */
export async function cohortsWithin(
	compiled: Compiled,
	share: number,
	{ cohorts: mostCohorts, steps: mostSteps } = most
): Promise<Band> {
	const { cohorts } = await bestCohorts(compiled);
	const [best] = cohorts;
	const ceiling = await ceilingOf(compiled, compiled.rules);
	if (!best || !ceiling) return { cohorts: [], least: -Infinity, isWhole: true, people: [] };
	const least = (1 - share) * best.objective;
	const found: Found[] = [];
	const went = walkCohorts(compiled, {
		rules: compiled.rules,
		ceiling,
		steps: mostSteps,
		// Once there are too many, nothing is worth enough and the walk ends by itself.
		least: () => (found.length > mostCohorts ? Infinity : least),
		found: (cohort) => found.push(cohort)
	});
	const isWhole = went && found.length <= mostCohorts;
	const people = peopleWorth(ceiling, least);
	return { cohorts: found.sort((one, other) => inOrder(one.members, other.members)), least, isWhole, people };
}

function inOrder(one: readonly number[], other: readonly number[]): number {
	const at = one.findIndex((person, place) => person !== other[place]);
	return at < 0 ? 0 : one[at]! - other[at]!;
}
