import type { Ballots } from '../ballots.ts';
import { below, type Random } from '../random.ts';
import { reordered } from './canonical.ts';

/**
 * The votes of each statement dealt out anew among those who voted on it: what people have in common goes, everything else
 * stays, who voted on what, and how often each statement was agreed with.
 */
export function shuffled(ballots: Ballots, random: Random): Ballots {
	const votes = ballots.votes.slice();
	for (const places of placesByStatement(ballots)) {
		for (let at = places.length - 1; at > 0; at--) {
			const other = places[below(at + 1, random)]!;
			const kept = votes[places[at]!]!;
			votes[places[at]!] = votes[other]!;
			votes[other] = kept;
		}
	}
	return { ...ballots, votes };
}

function placesByStatement({ statements, statementOf }: Ballots): Int32Array[] {
	const ends = new Int32Array(statements.length + 1);
	for (const statement of statementOf) ends[statement + 1]!++;
	for (let at = 0; at < statements.length; at++) ends[at + 1]! += ends[at]!;
	const next = ends.slice();
	const places = new Int32Array(statementOf.length);
	statementOf.forEach((statement, at) => (places[next[statement]!++] = at));
	return statements.map((_, at) => places.subarray(ends[at], ends[at + 1]));
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
