import type { Ballots } from '../ballots.ts';
import { below, type Random } from '#packages/common';
import { reordered } from './canonical.ts';

/**
 * The votes of each statement dealt out anew among those who voted on it: what people have in common goes, everything else
 * stays, who voted on what, and how often each statement was agreed with. A new deal at each call.
 */
export function dealer(ballots: Ballots): (random: Random) => Ballots {
	const { places, ends } = placesByStatement(ballots);
	return (random) => {
		const votes = ballots.votes.slice();
		for (let statement = 0; statement + 1 < ends.length; statement++) {
			const start = ends[statement]!;
			for (let at = ends[statement + 1]! - 1; at > start; at--) {
				const one = places[at]!;
				const other = places[start + Math.floor(random() * (at - start + 1))]!;
				const kept = votes[one]!;
				votes[one] = votes[other]!;
				votes[other] = kept;
			}
		}
		return { ...ballots, votes };
	};
}

/** Where the votes on each statement stand, one statement after the other. */
function placesByStatement({ statements, statementOf }: Ballots): { places: Int32Array; ends: Int32Array } {
	const ends = new Int32Array(statements.length + 1);
	for (const statement of statementOf) ends[statement + 1]!++;
	for (let at = 0; at < statements.length; at++) ends[at + 1]! += ends[at]!;
	const next = ends.slice();
	const places = new Int32Array(statementOf.length);
	for (let at = 0; at < places.length; at++) places[next[statementOf[at]!]!++] = at;
	return { places, ends };
}

/** So many people, drawn by lot; all of them where there are no more. */
export function sampleOf(ballots: Ballots, most: number, random: Random): Ballots {
	const size = ballots.people.length;
	if (size <= most) return ballots;
	const order = Int32Array.from({ length: size }, (_, at) => at);
	for (let at = 0; at < most; at++) {
		const other = at + below(size - at, random);
		const kept = order[at]!;
		order[at] = order[other]!;
		order[other] = kept;
	}
	return reordered(ballots, order.subarray(0, most).sort(), Int32Array.from(ballots.statements.keys()));
}
