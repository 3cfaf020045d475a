import type { Counts } from '../statistics/counts.ts';
import type { Side } from '../statistics/standing.ts';
import { share } from '../statistics/tests.ts';
import { exposed, leading } from './exposed.ts';
import { shareInterval } from './interval.ts';

/** Common ground between groups, by the group that likes it least. */
export type LeastFavourable = {
	statement: number;
	side: Side;
	/** The share that even this group reaches at least: the lower end of its interval. */
	value: number;
	group: number;
};

/** "Even in the group that likes it least, at least x in a hundred agree": from one half on. */
export function maximin(counts: Counts, out: Uint8Array, side: Side): LeastFavourable[] {
	const items = exposed(counts, out).map((statement) => leastOf(counts, statement, side));
	return leading(items.filter(({ value }) => value > 0.5));
}

function leastOf(counts: Counts, statement: number, side: Side): LeastFavourable {
	let [value, group] = [Infinity, 0];
	for (let one = 0; one < counts.groups; one++) {
		const place = one * counts.statements + statement;
		const [low] = shareInterval(counts[side][place]!, counts.seen[place]!);
		if (low < value) [value, group] = [low, one];
	}
	return { statement, side, value, group };
}

export type Geometric = {
	statement: number;
	side: Side;
	/** The lower bound, by which the list is ordered. */
	value: number;
	/** The geometric mean of the groups' shares: does not shrink as groups get more, unlike their product. */
	mean: number;
	product: number;
};

/** What all groups agree on, small groups counting as much as large ones. */
export function geometricConsensus(counts: Counts, out: Uint8Array, side: Side): Geometric[] {
	const items = exposed(counts, out).map((statement) => geometricOf(counts, statement, side));
	return leading(items.filter(({ value }) => value > 0.5));
}

export function geometricOf(counts: Counts, statement: number, side: Side): Geometric {
	let [product, lows] = [1, 1];
	for (let group = 0; group < counts.groups; group++) {
		const place = group * counts.statements + statement;
		product *= share(counts[side][place]!, counts.seen[place]!);
		lows *= shareInterval(counts[side][place]!, counts.seen[place]!)[0];
	}
	const root = (value: number) => value ** (1 / counts.groups);
	return { statement, side, value: root(lows), mean: root(product), product };
}
