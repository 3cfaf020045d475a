import type { Counts } from './counts.ts';
import { proportionTest, share, z90 } from './tests.ts';
import type { Side } from './standing.ts';

export type Agreed = { statement: number; share: number; test: number };

/** What most people agree or disagree with, all people taken together (spec 2.8). */
export function consensusOf(
	everybody: Counts,
	out: Uint8Array,
	side: Side,
	order: ArrayLike<number> = Array.from({ length: everybody.statements }, (_, at) => at)
): Agreed[] {
	const list: Agreed[] = [];
	for (let at = 0; at < order.length; at++) {
		const statement = order[at]!;
		if (out[statement]) continue;
		const successes = everybody[side][statement]!;
		const seen = everybody.seen[statement]!;
		const one = share(successes, seen);
		const test = proportionTest(successes, seen);
		if (one > 0.5 && test > z90) list.push({ statement, share: one, test });
	}
	return list.sort((a, b) => b.share * b.test - a.share * a.test).slice(0, 5);
}

/** Group-informed consensus (spec 2.9): the product of the groups' shares. It shrinks with the number of groups. */
export function groupInformedConsensus(
	{ groups, statements, agree, seen }: Counts,
	statement: number
): number {
	let product = 1;
	for (let group = 0; group < groups; group++) {
		const place = group * statements + statement;
		product *= share(agree[place]!, seen[place]!);
	}
	return product;
}
