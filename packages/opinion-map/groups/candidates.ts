import { silhouettes } from '../map/silhouette.ts';
import { randomFrom } from '#packages/common';
import { bestPartition, type Partition } from './k-means.ts';

/** The same people divided into `k` groups, and how well. */
export type Candidate = Partition & {
	readonly k: number;
	readonly silhouette: number;
	readonly smallest: number;
	/** No group is smaller than five people, or than five in a hundred. */
	readonly isLargeEnough: boolean;
};

export const mostGroups = 5;

export function smallestAllowed(people: number): number {
	return Math.max(5, Math.ceil(people / 20));
}

/** The best division into two, three, four and five groups, the largest group first. */
export function candidatesOf(points: Float64Array, starts: number, seed: number): Candidate[] {
	const people = points.length / 2;
	const given = { points, weights: new Float64Array(people).fill(1) };
	const counts = Array.from({ length: mostGroups - 1 }, (_, at) => at + 2).filter((k) => k <= people);
	const partitions = counts.map((k) => ordered(bestPartition(given, k, starts, randomFrom(seed, k))));
	const apart = silhouettes(
		points,
		partitions.map(({ of }) => of)
	);
	return partitions.map((partition, at) => {
		const smallest = Math.min(...partition.sizes);
		const isLargeEnough = smallest >= smallestAllowed(people);
		return { ...partition, k: counts[at]!, silhouette: apart[at]!, smallest, isLargeEnough };
	});
}

/** Numbered by size, then by place, never by chance. */
function ordered(partition: Partition): Partition {
	const { sizes, centres, of } = partition;
	const order = Array.from(sizes.keys()).sort(
		(a, b) =>
			sizes[b]! - sizes[a]! || centres[2 * a]! - centres[2 * b]! || centres[2 * a + 1]! - centres[2 * b + 1]!
	);
	const rank = new Map(order.map((group, at) => [group, at]));
	return {
		...partition,
		of: of.map((group) => rank.get(group)!),
		sizes: Float64Array.from(order, (group) => sizes[group]!),
		centres: Float64Array.from(order.flatMap((group) => [centres[2 * group]!, centres[2 * group + 1]!]))
	};
}
