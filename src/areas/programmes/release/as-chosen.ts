type Instead = { in: string | null; costs: number };

/**
 * Who waits beside a cohort, in their order: whoever would cost it least to take in somebody's place. Nobody who is in
 * it, and each once.
 */
export function reservesBeside(
	{ instead }: { instead: readonly Instead[] },
	members: readonly string[]
): string[] {
	const cheapest = instead.toSorted((one, other) => one.costs - other.costs);
	const ids = cheapest.flatMap((one) => (one.in === null ? [] : [one.in]));
	return [...new Set(ids)].filter((id) => !members.includes(id));
}
