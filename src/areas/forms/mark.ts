/** The same for everything that says the same, in whatever order its entries stand. */
export function inOrder(any: unknown): unknown {
	if (Array.isArray(any)) return any.map(inOrder);
	if (typeof any !== 'object' || any === null) return any;
	const sorted = Object.entries(any).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(sorted.map(([name, inside]) => [name, inOrder(inside)]));
}

export function saysTheSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/**
 * A few letters that tell whether a part of a form is still as its editor saw it: a page hands them out, and gets them
 * back with what was written (FNV-1a, twice 32 bits; it keeps mistakes away, not attackers).
 */
export function markOf(part: unknown): string {
	const text = JSON.stringify(inOrder(part)) ?? '';
	const hash = (start: number) =>
		[...text].reduce((sum, sign) => Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193) >>> 0, start);
	return hash(0x811c9dc5).toString(36) + hash(0x2a7c9dc5).toString(36);
}
