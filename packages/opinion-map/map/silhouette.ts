/**
 * How well groups are apart (Rousseeuw 1987): the mean of (b - a) / max(a, b), a being the mean distance to one's own
 * group and b to the nearest other. Between -1 and 1; somebody alone counts 0. For several groupings of the same points at
 * once: points alike in all of them stand together, so each pair is measured once.
 */
export function silhouettes(points: Float64Array, groupings: readonly Int32Array[]): number[] {
	const stride = Math.ceil(points.length / 2 / most);
	if (stride > 1)
		return silhouettes(
			every(stride, points),
			groupings.map((of) => of.filter((_, at) => at % stride === 0))
		);
	const blocks = blocksOf(points, groupings);
	const tallies = groupings.map((_, at) => tally(blocks, at));
	const sums = new Float64Array(blocks.labels.length);
	for (let block = 0; block < blocks.labels.length; block++) {
		for (let one = blocks.starts[block]!; one < blocks.starts[block + 1]!; one++) {
			distances(blocks, one, sums);
			for (const each of tallies) each.add(block, sums);
		}
	}
	return tallies.map((each) => (each.total ? each.total / (points.length / 2) : 0));
}

/** Each pair is measured; of more people than this every second, every third and so on, as they stand. */
const most = 20_000;

function every(stride: number, points: Float64Array): Float64Array {
	return points.filter((_, at) => (at >> 1) % stride === 0);
}

type Blocks = { x: Float64Array; y: Float64Array; starts: number[]; labels: number[][] };

function blocksOf(points: Float64Array, groupings: readonly Int32Array[]): Blocks {
	const members = new Map<string, { labels: number[]; points: number[] }>();
	for (let point = 0; point < points.length / 2; point++) {
		const labels = groupings.map((of) => of[point]!);
		const key = labels.join();
		const block = members.get(key) ?? { labels, points: [] };
		members.set(key, block);
		block.points.push(point);
	}
	const blocks = [...members.values()];
	const order = blocks.flatMap((block) => block.points);
	const starts = [0];
	for (const block of blocks) starts.push(starts.at(-1)! + block.points.length);
	return {
		x: Float64Array.from(order, (point) => points[2 * point]!),
		y: Float64Array.from(order, (point) => points[2 * point + 1]!),
		starts,
		labels: blocks.map((block) => block.labels)
	};
}

/** From one point to all of each block. */
function distances({ x, y, starts }: Blocks, one: number, sums: Float64Array): void {
	const [px, py] = [x[one]!, y[one]!];
	for (let block = 0; block < sums.length; block++) {
		let sum = 0;
		for (let other = starts[block]!; other < starts[block + 1]!; other++) {
			const dx = x[other]! - px;
			const dy = y[other]! - py;
			sum += Math.sqrt(dx * dx + dy * dy);
		}
		sums[block] = sum;
	}
}

function tally({ starts, labels }: Blocks, grouping: number) {
	const labelOf = labels.map((each) => each[grouping]!);
	const sizes = new Float64Array(Math.max(-1, ...labelOf) + 1);
	labelOf.forEach((label, block) => (sizes[label]! += starts[block + 1]! - starts[block]!));
	const perGroup = new Float64Array(sizes.length);
	return {
		total: 0,
		add(block: number, sums: Float64Array) {
			perGroup.fill(0);
			for (let at = 0; at < sums.length; at++) perGroup[labelOf[at]!]! += sums[at]!;
			this.total += ofOne(labelOf[block]!, perGroup, sizes);
		}
	};
}

function ofOne(own: number, sums: Float64Array, sizes: Float64Array): number {
	if (sizes[own]! < 2) return 0;
	const within = sums[own]! / (sizes[own]! - 1);
	let beyond = Infinity;
	for (let group = 0; group < sizes.length; group++)
		if (group !== own && sizes[group]!) beyond = Math.min(beyond, sums[group]! / sizes[group]!);
	const larger = Math.max(within, beyond);
	return beyond === Infinity || larger === 0 ? 0 : (beyond - within) / larger;
}
