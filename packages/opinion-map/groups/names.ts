/** How often each group of one grouping meets each of the other, `k` × `k`. */
function meetings(one: Int32Array, other: Int32Array, k: number): Float64Array {
	const table = new Float64Array(k * k);
	for (let at = 0; at < one.length; at++) table[other[at]! * k + one[at]!]!++;
	return table;
}

/** Which name of `one` each group of `other` gets, so that as many people as possible keep theirs. */
export function bestNames(one: Int32Array, other: Int32Array, k: number): number[] {
	const table = meetings(one, other, k);
	let best: number[] = [];
	let most = -1;
	for (const names of permutations(k)) {
		const kept = names.reduce((sum, name, group) => sum + table[group * k + name]!, 0);
		if (kept > most) {
			best = names;
			most = kept;
		}
	}
	return best;
}

function permutations(k: number): number[][] {
	if (k === 0) return [[]];
	return permutations(k - 1).flatMap((shorter) =>
		Array.from({ length: k }, (_, at) => [...shorter.slice(0, at), k - 1, ...shorter.slice(at)])
	);
}

/** How alike two groupings are (adjusted Rand index, Hubert and Arabie 1985): 1 the same, about 0 by chance. */
export function randIndex(one: Int32Array, other: Int32Array, k: number): number {
	const table = meetings(one, other, k);
	const pairs = (count: number) => (count * (count - 1)) / 2;
	const rows = Array.from({ length: k }, (_, row) =>
		table.slice(row * k, row * k + k).reduce((a, b) => a + b, 0)
	);
	const columns = Array.from({ length: k }, (_, at) =>
		rows.reduce((sum, __, row) => sum + table[row * k + at]!, 0)
	);
	const together = table.reduce((sum, count) => sum + pairs(count), 0);
	const [inRows, inColumns] = [rows, columns].map((sums) =>
		sums.reduce((sum, count) => sum + pairs(count), 0)
	);
	const expected = (inRows! * inColumns!) / pairs(one.length);
	const most = (inRows! + inColumns!) / 2;
	return most === expected ? 1 : (together - expected) / (most - expected);
}
