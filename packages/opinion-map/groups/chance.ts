import type { Ballots } from '../ballots.ts';
import { mapOf, type OpinionMap } from '../map/map.ts';
import { inConversation } from '../participants.ts';
import { randomFrom } from '#packages/common';
import { candidatesOf } from './candidates.ts';
import { dealer, sampleOf } from './shuffle.ts';

/** How clearly `k` groups are apart, in the votes as they are and in shuffled ones. */
export type AgainstChance = {
	readonly k: number;
	readonly silhouette: number;
	/** Mean and clearest of the shuffles. */
	readonly byChance: number;
	readonly clearestByChance: number;
	readonly isBeyondChance: boolean;
};
export type ChanceTest = { readonly shuffles: number; readonly divisions: readonly AgainstChance[] };

/** People compared at most; a larger conversation is tested on as many, drawn by lot. */
const most = 1000;
const starts = 8;
const batch = 10;
/** So far outside of twenty shuffles that more of them would say the same. */
const farOut = 6;
/** Shuffled votes have no clear axes; the same effort for both is what makes them comparable. */
const roughly = { tolerance: 1e-6, most: 30, each: 15 };

/**
 * A division into groups is believed when it is clearer, for its number of groups, than any division of any of the
 * shuffles is for its own: one false alarm in a hundred conversations without groups, for all numbers of groups together.
 */
export function chanceTest(ballots: Ballots, shuffles: number, seed: number): ChanceTest {
	const sample = sampleOf(ballots, most, randomFrom(seed, 999));
	const deal = dealer(sample);
	const real = separations(sample, seed);
	const found: Separations[] = [];
	while (found.length < shuffles && real.some(isValid)) {
		const size = Math.min(batch, shuffles - found.length);
		for (let one = 0; one < size; one++)
			found.push(separations(deal(randomFrom(seed, 1000 + found.length)), seed));
		if (isHopeless(real, found) || isCertain(real, found)) break;
	}
	return { shuffles: found.length, divisions: real.map((_, at) => division(real, found, at)) };
}

/** A silhouette for 2, 3, 4 and 5 groups; NaN where a group would be too small. */
type Separations = number[];
const isValid = (value: number) => !Number.isNaN(value);

function separations(ballots: Ballots, seed: number): Separations {
	const points = pointsOf(mapOf(ballots, roughly), inConversation(ballots));
	return candidatesOf(points, starts, seed).map(({ silhouette, isLargeEnough }) =>
		isLargeEnough ? silhouette : NaN
	);
}

export function pointsOf(map: OpinionMap, members: Int32Array): Float64Array {
	const points = new Float64Array(2 * members.length);
	members.forEach((person, at) => {
		points[2 * at] = map.people[2 * person]!;
		points[2 * at + 1] = map.people[2 * person + 1]!;
	});
	return points;
}

function division(real: Separations, found: readonly Separations[], at: number): AgainstChance {
	const { mean } = momentsOf(found, at);
	return {
		k: at + 2,
		silhouette: real[at]!,
		byChance: mean,
		clearestByChance: Math.max(0, ...found.map((one) => one[at]!).filter(isValid)),
		isBeyondChance: isValid(real[at]!) && found.length > 0 && standingOut(real, found)[at]! > clearest(found)
	};
}

/** In deviations from what shuffles make of the same number of groups. */
function standingOut(one: Separations, found: readonly Separations[]): number[] {
	return one.map((value, at) => {
		const { mean, deviation } = momentsOf(found, at);
		return isValid(value) ? (value - mean) / Math.max(deviation, 0.005) : -Infinity;
	});
}

function clearest(found: readonly Separations[]): number {
	return Math.max(...found.flatMap((one) => standingOut(one, found)));
}

/** Of the shuffles with groups large enough; where hardly any has, of all numbers of groups. */
function momentsOf(found: readonly Separations[], at: number) {
	const own = found.map((one) => one[at]!).filter(isValid);
	const values = own.length >= 5 ? own : found.flat().filter(isValid);
	const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

function isHopeless(real: Separations, found: readonly Separations[]): boolean {
	const own = Math.max(...standingOut(real, found));
	return found.filter((one) => Math.max(...standingOut(one, found)) >= own).length >= 2;
}

function isCertain(real: Separations, found: readonly Separations[]): boolean {
	return found.length >= 2 * batch && Math.max(...standingOut(real, found)) > farOut;
}
