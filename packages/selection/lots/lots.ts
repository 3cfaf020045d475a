import type { Compiled } from '../problem/compile.ts';
import { bestCohorts } from '../cohort/best.ts';
import { cohortsWithin, type Band, type Most } from './band.ts';
import { dearestCohort } from './dearest.ts';
import { leximin, type Lottery, type Pricing } from './lottery.ts';
import { rounded } from './rounding.ts';

export type Lots = {
	readonly band: Band;
	/** Nothing where there is no cohort. */
	readonly drawing?: Drawing;
};

export type Drawing = {
	readonly lottery: Lottery;
	/** Equally likely outcomes, each a place in `lottery.cohorts`; what is frozen and drawn from. */
	readonly outcomes: readonly number[];
	/** By how much somebody's chance differs in the outcomes from what the lottery gives them, at most. */
	readonly largestChange: number;
};

type Held = { outcomes?: number; most?: Most | undefined };

/**
 * Lots among the cohorts that the call said are equals: worth as much as the best but for `share` of it. Where they are
 * too many to be listed, those that the fairest lottery needs are looked for one after the other.
 */
export async function lotsAmong(
	compiled: Compiled,
	share: number,
	{ outcomes = 1_000, most }: Held = {}
): Promise<Lots> {
	const band = await cohortsWithin(compiled, share, most);
	if (!band.cohorts.length) return { band };
	const lottery = band.isWhole
		? await leximin(band.cohorts.map(({ members }) => members))
		: await leximin(await someOfEverybody(compiled, band), pricingIn(compiled, band));
	const { times } = rounded(lottery.chances, outcomes);
	const drawn = times.flatMap((count, at) => Array.from({ length: count }, () => at));
	return {
		band,
		drawing: { lottery, outcomes: drawn, largestChange: largestChange(lottery, lottery.cohorts, drawn) }
	};
}

/** Some cohorts of the band, so that everybody is in one who is in any of them. */
async function someOfEverybody(compiled: Compiled, { cohorts, least, people }: Band): Promise<number[][]> {
	const best = cohorts.toSorted((one, other) => other.objective - one.objective).slice(0, 100);
	const some = best.map(({ members }) => [...members]);
	for (const person of people) {
		if (some.some((members) => members.includes(person))) continue;
		const isIn = { key: 'is in', words: '', people: [person], min: 1, max: 1, orNone: false };
		const [fitting] = (await bestCohorts(compiled, { rules: [...compiled.rules, isIn] })).cohorts;
		if (fitting && fitting.objective >= least - hair) some.push([...fitting.members]);
	}
	return some;
}

const hair = 1e-9;
/** So often at most a cohort is looked for; then the lottery is as fair as those found allow, and says so. */
const mostPricings = 60;

function pricingIn(compiled: Compiled, { least }: Band): Pricing {
	let times = 0;
	return async (prices, worth) => {
		if (++times > mostPricings) return undefined;
		const dearest = await dearestCohort(compiled, least, prices);
		if (!dearest) return { dearer: undefined, bound: worth };
		const { members, bound } = dearest;
		const comesTo = members.reduce((sum, person) => sum + (prices.get(person) ?? 0), 0);
		return { dearer: comesTo > worth + 1e-6 ? members : undefined, bound };
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
	if (!drawing) return { share, because: 'No cohort keeps the rules.' };
	const ids = (members: readonly number[]) => members.map((person) => people[person]!.id);
	const { lottery, outcomes, largestChange: change } = drawing;
	// As far as a linear program is sure of it.
	const exact = (value: number) => Number(value.toFixed(6));
	return {
		share,
		// More than can be listed, of which those are here that the lottery needs.
		cohorts: band.isWhole ? band.cohorts.length : null,
		leximin: lottery.isComplete ? 'complete' : 'partial',
		minimum: exact(lottery.minimum),
		bound: exact(lottery.bound),
		chances: Object.fromEntries(
			[...lottery.persons]
				.toSorted(([one], [other]) => one - other)
				.map(([person, chance]) => [people[person]!.id, exact(chance)])
		),
		largest_change: exact(change),
		panels: outcomes.map((at) => ids(lottery.cohorts[at]!))
	};
}
