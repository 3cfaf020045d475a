import type { Counts } from '../statistics/counts.ts';

/** Fewer votes than this of a group say nothing about it, and may show who voted how. */
export const fewestVotes = 5;

/** Statements that may stand on a list: not taken out, and voted on by five people of every group at least. */
export function exposed({ groups, statements, seen }: Counts, out: Uint8Array): number[] {
	const list: number[] = [];
	if (groups === 0) return list;
	for (let statement = 0; statement < statements; statement++) {
		let isSeen = !out[statement];
		for (let group = 0; group < groups; group++)
			isSeen = isSeen && seen[group * statements + statement]! >= fewestVotes;
		if (isSeen) list.push(statement);
	}
	return list;
}

/** The first of a list, largest value first, then by id. */
export function leading<Item extends { value: number }>(items: Item[], most = 10): Item[] {
	return items.sort((a, b) => b.value - a.value).slice(0, most);
}
