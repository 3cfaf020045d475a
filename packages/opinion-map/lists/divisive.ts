import type { Counts } from '../statistics/counts.ts';
import { exposed, leading } from './exposed.ts';
import { differenceInterval, type Interval } from './interval.ts';

export type Divisive = {
	statement: number;
	/** The end of the interval that is nearer to no difference: what the groups differ by at least. */
	value: number;
	/** The two groups that differ most, the one that agrees more first. */
	more: number;
	less: number;
	difference: number;
	interval: Interval;
};

/** Two groups differ by twenty points in what they agree with, and hardly by chance. */
const least = 0.2;

export function divisive(counts: Counts, out: Uint8Array): Divisive[] {
	const items = exposed(counts, out).flatMap((statement) => widest(counts, statement) ?? []);
	return leading(items.filter(({ difference, value }) => difference >= least && value > 0));
}

/** The pair that differs most. The more pairs there are, the wider the interval: one in twenty in all of them (Bonferroni). */
export function widest(counts: Counts, statement: number): Divisive | undefined {
	const z = zFor((counts.groups * (counts.groups - 1)) / 2);
	const votes = (group: number): [number, number] => {
		const place = group * counts.statements + statement;
		return [counts.agree[place]!, counts.seen[place]!];
	};
	let best: Divisive | undefined;
	for (let more = 0; more < counts.groups; more++)
		for (let less = 0; less < counts.groups; less++) {
			const [[a, n], [b, m]] = [votes(more), votes(less)];
			const difference = a / n - b / m;
			if (!(difference > (best?.difference ?? 0))) continue;
			const interval = differenceInterval([a, n], [b, m], z);
			best = { statement, value: interval[0], more, less, difference, interval };
		}
	return best;
}

/** Two-sided 95 in 100, shared among 1, 3, 6 or 10 pairs; for given groups there may be more. */
function zFor(pairs: number): number {
	const table: [number, number][] = [
		[1, 1.959963984540054],
		[3, 2.3939797998185104],
		[6, 2.638257273476751],
		[10, 2.8070337683438042]
	];
	return table.find(([most]) => pairs <= most)?.[1] ?? 3.8905918864131;
}
