import type { Ballots } from '../ballots.ts';
import type { OpinionMap } from '../map/map.ts';
import { silhouettes } from '../map/silhouette.ts';
import { inConversation } from '../participants.ts';
import { classicClusters, type Clusters } from './clusters.ts';

export type ClassicGroups = {
	k: number;
	of: Int8Array;
	baseClusters: number;
	silhouettes: Record<string, number>;
};

/** Polis's grouping, started cold (spec 2.5, 2.6): a hundred small clusters of people, and groups of these. */
export function classicGroups(ballots: Ballots, map: OpinionMap): ClassicGroups {
	const members = inReadingOrder(ballots);
	const at = Float64Array.from(
		Array.from(members).flatMap((one) => [map.people[2 * one]!, map.people[2 * one + 1]!])
	);
	const bases = classicClusters({ at, weights: new Float64Array(members.length).fill(1) }, 100, 100);
	const { k, groups, found } = bestOf(bases);
	const of = new Int8Array(ballots.people.length).fill(-1);
	members.forEach((person, place) => (of[person] = groups.of[bases.of[place]!]!));
	return { k, of, baseClusters: bases.sizes.length, silhouettes: found };
}

/** Rows stand as the votes are read: statement by statement, and within one by person (spec 2.1). */
function inReadingOrder(ballots: Ballots): Int32Array {
	const first = (person: number) => ballots.statementOf[ballots.starts[person]!] ?? 0;
	return inConversation(ballots).sort((a, b) => first(a) - first(b) || a - b);
}

/** Two groups at least, five at most; the clearest apart. */
function bestOf({ centres, sizes }: Clusters) {
	const most = Math.min(5, 2 + Math.floor(sizes.length / 12));
	const tried = Array.from({ length: most - 1 }, (_, at) =>
		classicClusters({ at: centres, weights: sizes }, at + 2, 20)
	);
	const apart = silhouettes(
		centres,
		tried.map(({ of }) => of)
	);
	const best = apart.indexOf(Math.max(...apart));
	return {
		k: tried[best]!.sizes.length,
		groups: tried[best]!,
		found: Object.fromEntries(apart.map((one, at) => [String(at + 2), one]))
	};
}
