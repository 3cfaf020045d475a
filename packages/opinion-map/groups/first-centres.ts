import type { Random } from '#packages/common';
import type { Weighted } from './k-means.ts';

/** Centres drawn by lot, each the likelier the farther it is from those before (k-means++, Arthur and Vassilvitskii 2007). */
export function firstCentres({ points, weights }: Weighted, k: number, random: Random): Float64Array {
	const centres = new Float64Array(2 * k);
	const chances = weights.slice();
	const gap = new Float64Array(weights.length).fill(Infinity);
	for (let centre = 0; centre < k; centre++) {
		const drawn = draw(chances, random);
		centres[2 * centre] = points[2 * drawn]!;
		centres[2 * centre + 1] = points[2 * drawn + 1]!;
		closeIn(points, weights, gap, chances, drawn);
	}
	return centres;
}

function closeIn(
	points: Float64Array,
	weights: Float64Array,
	gap: Float64Array,
	chances: Float64Array,
	drawn: number
): void {
	const x = points[2 * drawn]!;
	const y = points[2 * drawn + 1]!;
	for (let at = 0; at < gap.length; at++) {
		const dx = points[2 * at]! - x;
		const dy = points[2 * at + 1]! - y;
		const distance = dx * dx + dy * dy;
		if (distance < gap[at]!) gap[at] = distance;
		chances[at] = gap[at]! * weights[at]!;
	}
}

/** A place, as likely as its chance says; any place where there is no chance at all. */
export function draw(chances: Float64Array, random: Random): number {
	let total = 0;
	for (let at = 0; at < chances.length; at++) total += chances[at]!;
	if (!(total > 0)) return Math.floor(random() * chances.length);
	let rest = random() * total;
	let last = 0;
	for (let at = 0; at < chances.length; at++) {
		if (chances[at]! <= 0) continue;
		last = at;
		rest -= chances[at]!;
		if (rest < 0) break;
	}
	return last;
}
