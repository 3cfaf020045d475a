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
		const [successes, seen] = [everybody[side][statement]!, everybody.seen[statement]!];
		const one = { statement, share: share(successes, seen), test: proportionTest(successes, seen) };
		if (!out[statement] && one.share > 0.5 && one.test > z90) list.push(one);
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
