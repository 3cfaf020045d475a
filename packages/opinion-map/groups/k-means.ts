import type { Random } from '#packages/common';
import { firstCentres } from './first-centres.ts';
import { polished } from './polish.ts';

/** Points of a plane, x and y in turn, and how often each counts. */
export type Weighted = { readonly points: Float64Array; readonly weights: Float64Array };

export type Partition = {
	readonly of: Int32Array;
	readonly centres: Float64Array;
	/** How often the points of each group count together. */
	readonly sizes: Float64Array;
	/** The sum of squared distances to the centres: what k-means makes small. */
	readonly inertia: number;
};

/** The best of many starts, by Lloyd's steps from centres drawn far apart; the most promising go on to the end. */
export function bestPartition(given: Weighted, k: number, starts: number, random: Random): Partition {
	const begun = Array.from({ length: starts }, () => lloyd(given, firstCentres(given, k, random), 8));
	begun.sort((a, b) => a.inertia - b.inertia);
	const ended = begun
		.slice(0, Math.max(3, Math.ceil(starts / 4)))
		.map(({ centres }) => settled(given, centres));
	return ended.reduce((best, one) => (one.inertia < best.inertia ? one : best));
}

/** Lloyd's steps, then single moves, until neither helps. */
function settled(given: Weighted, centres: Float64Array): Partition {
	const { of } = lloyd(given, centres, 200);
	return partitionBy(given, polished(given, of, centres.length / 2), centres.length / 2);
}

function partitionBy({ points, weights }: Weighted, of: Int32Array, k: number): Partition {
	const sums = new Float64Array(3 * k);
	for (let at = 0; at < of.length; at++) {
		sums[3 * of[at]!]! += weights[at]! * points[2 * at]!;
		sums[3 * of[at]! + 1]! += weights[at]! * points[2 * at + 1]!;
		sums[3 * of[at]! + 2]! += weights[at]!;
	}
	const centres = means(sums, new Float64Array(2 * k));
	let inertia = 0;
	for (let at = 0; at < of.length; at++) {
		const dx = points[2 * at]! - centres[2 * of[at]!]!;
		const dy = points[2 * at + 1]! - centres[2 * of[at]! + 1]!;
		inertia += weights[at]! * (dx * dx + dy * dy);
	}
	return { of, centres, inertia, sizes: Float64Array.from({ length: k }, (_, at) => sums[3 * at + 2]!) };
}

/** From these centres until nobody changes group. */
export function lloyd({ points, weights }: Weighted, from: Float64Array, steps: number): Partition {
	const k = from.length / 2;
	const of = new Int32Array(points.length / 2).fill(-1);
	const sums = new Float64Array(3 * k);
	let centres = from;
	let inertia = 0;
	for (let step = 0; step < steps; step++) {
		const { changed, inertia: now } = assign(points, weights, centres, of, sums);
		inertia = now;
		if (!changed) break;
		centres = means(sums, centres);
	}
	return { of, centres, inertia, sizes: Float64Array.from({ length: k }, (_, at) => sums[3 * at + 2]!) };
}

/** Everybody to the nearest centre; the sums of each group's places and weights along the way. */
function assign(
	points: Float64Array,
	weights: Float64Array,
	centres: Float64Array,
	of: Int32Array,
	sums: Float64Array
) {
	sums.fill(0);
	let changed = 0;
	let inertia = 0;
	for (let at = 0; at < of.length; at++) {
		const x = points[2 * at]!;
		const y = points[2 * at + 1]!;
		let best = 0;
		let closest = Infinity;
		for (let centre = 0; centre < centres.length; centre += 2) {
			const dx = x - centres[centre]!;
			const dy = y - centres[centre + 1]!;
			const distance = dx * dx + dy * dy;
			if (distance < closest) {
				closest = distance;
				best = centre;
			}
		}
		const weight = weights[at]!;
		best >>= 1;
		const place = 3 * best;
		sums[place]! += weight * x;
		sums[place + 1]! += weight * y;
		sums[place + 2]! += weight;
		inertia += weight * closest;
		if (of[at] !== best) {
			of[at] = best;
			changed++;
		}
	}
	return { changed, inertia };
}

/** A group that lost everybody keeps its centre. */
function means(sums: Float64Array, before: Float64Array): Float64Array {
	return before.map((old, at) => {
		const place = 3 * (at >> 1);
		return sums[place + 2]! > 0 ? sums[place + (at & 1)]! / sums[place + 2]! : old;
	});
}
