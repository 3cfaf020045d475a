import type { Compiled } from '../problem/compile.ts';
import { cohortsWithin, type Band } from './band.ts';
import { leximin, type Lottery } from './lottery.ts';
import { rounded } from './rounding.ts';

export type Lots = {
	readonly band: Band;
	/** Nothing where there is no cohort, or where there are more than may be held. */
	readonly drawing?: Drawing;
};

export type Drawing = {
	readonly lottery: Lottery;
	/** Equally likely outcomes, each a place in `band.cohorts`; what is frozen and drawn from. */
	readonly outcomes: readonly number[];
	/** By how much somebody's chance differs in the outcomes from what the lottery gives them, at most. */
	readonly largestChange: number;
};

/** Lots among the cohorts that the call said are equals: worth as much as the best but for `share` of it. */
export async function lotsAmong(compiled: Compiled, share: number, outcomes = 1_000): Promise<Lots> {
	const band = await cohortsWithin(compiled, share);
	if (!band.cohorts.length || !band.isWhole) return { band };
	const members = band.cohorts.map((cohort) => cohort.members);
	const lottery = await leximin(members);
	const { times } = rounded(lottery.chances, outcomes);
	const drawn = times.flatMap((count, at) => Array.from({ length: count }, () => at));
	return {
		band,
		drawing: { lottery, outcomes: drawn, largestChange: largestChange(lottery, members, drawn) }
	};
}

function largestChange(
	{ persons }: Lottery,
	members: readonly (readonly number[])[],
	drawn: readonly number[]
): number {
	const counts = new Map<number, number>();
	for (const at of drawn)
		for (const person of members[at]!) counts.set(person, (counts.get(person) ?? 0) + 1);
	const changes = [...persons].map(([person, chance]) =>
		Math.abs(chance - (counts.get(person) ?? 0) / drawn.length)
	);
	return Math.max(...changes);
}

/** What `placard cohort --lots` prints beside the cohort; the panels are the list to be committed to. */
export function lotsAnswer(
	{ people }: Compiled,
	share: number,
	{ band, drawing }: Lots
): Record<string, unknown> {
	if (!drawing)
		return { share, because: 'More cohorts than can be held are worth as much; choose a smaller share.' };
	const ids = (members: readonly number[]) => members.map((person) => people[person]!.id);
	const { lottery, outcomes, largestChange: change } = drawing;
	// As far as a linear program is sure of it.
	const exact = (value: number) => Number(value.toFixed(6));
	return {
		share,
		cohorts: band.cohorts.length,
		minimum: exact(lottery.minimum),
		bound: exact(lottery.bound),
		chances: Object.fromEntries(
			[...lottery.persons]
				.toSorted(([one], [other]) => one - other)
				.map(([person, chance]) => [people[person]!.id, exact(chance)])
		),
		largest_change: exact(change),
		panels: outcomes.map((at) => ids(band.cohorts[at]!.members))
	};
}
