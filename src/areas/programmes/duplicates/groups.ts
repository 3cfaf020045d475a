import type { Facts, Pair, Reason } from './alike.ts';

/** Applications that look alike, directly or through others between them. */
export type Group = { members: Facts[]; because: Reason[]; pairs: Pair[] };

/** As many as can be decided upon at once. */
export const mostInGroup = 200;

/** Fifteen of one name are one group of fifteen, and not 105 pairs one by one. The largest first. */
export function groupsOf(pairs: readonly Pair[]): Group[] {
	const leaders = new Map<string, string>();
	const leaderOf = (id: string): string => {
		const above = leaders.get(id) ?? id;
		if (above === id) return id;
		const top = leaderOf(above);
		leaders.set(id, top);
		return top;
	};
	for (const { one, two } of pairs) leaders.set(leaderOf(two.id), leaderOf(one.id));
	const groups = Map.groupBy(pairs, ({ one }) => leaderOf(one.id));
	return [...groups.values()].map(groupOf).toSorted((a, b) => b.members.length - a.members.length);
}

function groupOf(pairs: Pair[]): Group {
	const members = new Map(pairs.flatMap(({ one, two }) => [one, two].map((facts) => [facts.id, facts])));
	const because = new Set(pairs.flatMap((pair) => pair.because));
	return { members: [...members.values()], because: [...because], pairs };
}
