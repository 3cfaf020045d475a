/** Points with weights, two numbers each. */
export type Points = { readonly at: Float64Array; readonly weights: Float64Array };

export type Clusters = {
	/** Of each point. */
	readonly of: Int32Array;
	readonly centres: Float64Array;
	readonly sizes: Float64Array;
};

/**
 * k-means as Polis starts it cold (spec 2.5, 2.6): the first distinct points are the first centres, empty clusters vanish,
 * and it ends when no centre moves as far as 0.01. One start, so the order of people matters: this is why `placard` has its own.
 */
export function classicClusters(points: Points, wanted: number, steps: number): Clusters {
	let centres = firstDistinct(points.at, wanted);
	for (let step = 0; step < steps; step++) {
		const next = centresOf(points, nearest(points.at, centres), centres.length / 2);
		const isStill = hardlyMoved(centres, next.centres);
		centres = next.centres;
		if (isStill) return next;
	}
	return centresOf(points, nearest(points.at, centres), centres.length / 2);
}

function firstDistinct(at: Float64Array, wanted: number): Float64Array {
	const found = new Map<string, [number, number]>();
	for (let point = 0; point < at.length && found.size < wanted; point += 2) {
		const [x, y] = [at[point]!, at[point + 1]!];
		const key = `${x} ${y}`;
		if (!found.has(key)) found.set(key, [x, y]);
	}
	return Float64Array.from([...found.values()].flat());
}

export function nearest(at: Float64Array, centres: Float64Array): Int32Array {
	return Int32Array.from({ length: at.length / 2 }, (_, point) => {
		let [best, closest] = [0, Infinity];
		for (let centre = 0; centre < centres.length; centre += 2) {
			const distance =
				(at[2 * point]! - centres[centre]!) ** 2 + (at[2 * point + 1]! - centres[centre + 1]!) ** 2;
			if (distance < closest) [best, closest] = [centre / 2, distance];
		}
		return best;
	});
}

function centresOf({ at, weights }: Points, of: Int32Array, count: number): Clusters {
	const sums = new Float64Array(3 * count);
	for (let point = 0; point < of.length; point++) {
		const cluster = 3 * of[point]!;
		sums[cluster]! += weights[point]! * at[2 * point]!;
		sums[cluster + 1]! += weights[point]! * at[2 * point + 1]!;
		sums[cluster + 2]! += weights[point]!;
	}
	const kept = Array.from({ length: count }, (_, cluster) => cluster).filter((one) => sums[3 * one + 2]! > 0);
	const place = new Map(kept.map((cluster, index) => [cluster, index]));
	return {
		of: of.map((cluster) => place.get(cluster)!),
		centres: Float64Array.from(
			kept.flatMap((one) => [0, 1].map((axis) => sums[3 * one + axis]! / sums[3 * one + 2]!))
		),
		sizes: Float64Array.from(kept, (one) => sums[3 * one + 2]!)
	};
}

/** Both lists of centres in order, compared one by one. */
function hardlyMoved(before: Float64Array, after: Float64Array): boolean {
	if (before.length !== after.length) return false;
	const [a, b] = [ordered(before), ordered(after)];
	return a.every(([x, y], at) => Math.sqrt((x - b[at]![0]) ** 2 + (y - b[at]![1]) ** 2) < 0.01);
}

function ordered(centres: Float64Array): [number, number][] {
	return Array.from({ length: centres.length / 2 }, (_, at): [number, number] => [
		centres[2 * at]!,
		centres[2 * at + 1]!
	]).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}
