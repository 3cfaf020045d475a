/** People and statements are known by text. Whole numbers stand in the order of their size, before any other text. */
export function compareIds(a: string, b: string): number {
	const numbers = Number(isNumber(b)) - Number(isNumber(a));
	if (numbers !== 0) return numbers;
	if (isNumber(a) && a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : Number(a > b);
}

function isNumber(id: string): boolean {
	return /^(0|[1-9][0-9]{0,14})$/.test(id);
}

/** As the published files write it: 7 and not "7". */
export function idValue(id: string): string | number {
	return isNumber(id) ? Number(id) : id;
}

/** The places of the ids in ascending order: `order[0]` is where the first one stands. */
export function ascending(ids: readonly string[]): Int32Array {
	return Int32Array.from(ids.keys()).sort((a, b) => compareIds(ids[a]!, ids[b]!));
}

/** Turned round: `ranks[order[i]]` is `i`. */
export function inverse(order: Int32Array): Int32Array {
	const ranks = new Int32Array(order.length);
	for (let rank = 0; rank < order.length; rank++) ranks[order[rank]!] = rank;
	return ranks;
}
