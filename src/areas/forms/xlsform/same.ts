/** Do two say the same, in whatever order their entries stand? */
export function saysTheSame(a: unknown, b: unknown): boolean {
	return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

function inOrder(any: unknown): unknown {
	if (Array.isArray(any)) return any.map(inOrder);
	if (typeof any !== 'object' || any === null) return any;
	const sorted = Object.entries(any).sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(sorted.map(([name, inside]) => [name, inOrder(inside)]));
}
