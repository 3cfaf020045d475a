import type { Ballots } from '../ballots.ts';
import { axesOf, type Axes } from '../map/axes.ts';
import { placesOfPeople } from '../map/places.ts';
import { activeOf, spreadOf, type Active } from '../map/spread.ts';
import { below, randomFrom } from '#packages/common';
import type { Candidate } from './candidates.ts';
import { bestPartition, lloyd, type Partition, type Weighted } from './k-means.ts';
import { bestNames, randIndex } from './names.ts';

/** How sure it is who belongs where, had other people of the same kind taken part. */
export type Membership = {
	readonly resamples: number;
	/** In how many of the resamples somebody is in the same group, from 0 to 1; members in order. */
	readonly ofPerson: Float64Array;
	/** The mean of its people. */
	readonly ofGroup: Float64Array;
	/** How much whole groupings are alike (adjusted Rand index): the mean, and the value that nine in ten reach. */
	readonly likeness: { readonly mean: number; readonly low: number };
};

/**
 * Draws as many people as there are, with replacement, finds map and groups anew and places everybody in them (Efron 1979).
 * Each resample begins where the whole ended, and from fresh centres as well, so that it may end elsewhere.
 */
export function membershipOf(
	ballots: Ballots,
	axes: Axes,
	members: Int32Array,
	division: Candidate,
	resamples: number,
	seed: number
): Membership {
	const same = new Float64Array(members.length);
	const likeness: number[] = [];
	const active = activeOf(ballots);
	for (let one = 0; one < resamples; one++) {
		const found = resampled(active, axes, members, division, seed + one * 7919);
		const names = bestNames(division.of, found, division.k);
		for (let at = 0; at < same.length; at++) same[at]! += Number(names[found[at]!] === division.of[at]);
		likeness.push(randIndex(division.of, found, division.k));
	}
	const ofPerson = same.map((count) => count / Math.max(1, resamples));
	return { resamples, ofPerson, ofGroup: meanByGroup(ofPerson, division), likeness: summary(likeness) };
}

function resampled(
	active: Active,
	axes: Axes,
	members: Int32Array,
	division: Candidate,
	seed: number
): Int32Array {
	const times = drawn(active.rated.length, seed);
	const spread = spreadOf(active, axes.first.length, times);
	const near = sum(axes.first, axes.second);
	const most = members.length > manyPeople ? 4 : 12;
	const found = axesOf(spread, { tolerance: 1e-3, most, each: 4, near });
	const places = placesOfPeople(spread, found);
	const given = {
		points: Float64Array.from(
			{ length: 2 * members.length },
			(_, at) => places[2 * members[at >> 1]! + (at & 1)]!
		),
		weights: Float64Array.from(members, (person) => times[person]!)
	};
	return nearestGroup(given, division, seed);
}

function drawn(size: number, seed: number): Float64Array {
	const random = randomFrom(seed, 31);
	const times = new Float64Array(size);
	for (let one = 0; one < size; one++) times[below(size, random)]!++;
	return times;
}

/** Large conversations move little, and each start costs: there the old groups are the only start. */
const manyPeople = 5000;

function nearestGroup(given: Weighted, { of, k }: Candidate, seed: number): Int32Array {
	const begun = lloyd(given, centresBy(given, of, k), 50);
	const isMany = of.length > manyPeople;
	const ended = isMany ? begun : better(begun, bestPartition(given, k, 3, randomFrom(seed, 32)));
	return lloyd(given, ended.centres, 1).of;
}

const better = (one: Partition, other: Partition) => (other.inertia < one.inertia * (1 - 1e-6) ? other : one);

/** Where the groups of the whole lie on this map. */
function centresBy({ points }: Weighted, of: Int32Array, k: number): Float64Array {
	const sums = new Float64Array(3 * k);
	of.forEach((group, at) => {
		sums[3 * group]! += points[2 * at]!;
		sums[3 * group + 1]! += points[2 * at + 1]!;
		sums[3 * group + 2]!++;
	});
	return Float64Array.from({ length: 2 * k }, (_, at) => {
		const place = 3 * (at >> 1);
		return sums[place + (at & 1)]! / sums[place + 2]!;
	});
}

function sum(a: Float64Array, b: Float64Array): Float64Array {
	return a.map((value, at) => value + b[at]!);
}

function meanByGroup(ofPerson: Float64Array, { of, k, sizes }: Candidate): Float64Array {
	const sums = new Float64Array(k);
	of.forEach((group, at) => (sums[group]! += ofPerson[at]!));
	return sums.map((total, group) => total / sizes[group]!);
}

function summary(values: number[]) {
	const sorted = values.toSorted((a, b) => a - b);
	const mean = values.reduce((total, value) => total + value, 0) / Math.max(1, values.length);
	return { mean, low: sorted[Math.floor(sorted.length / 10)] ?? 0 };
}
