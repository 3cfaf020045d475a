import type { Ballots } from '../ballots.ts';
import type { Grouping } from '../grouping.ts';
import { consensusOf, groupInformedConsensus, type Agreed } from './consensus.ts';
import { countsOf, countsOfAll, type Counts } from './counts.ts';
import { priorityOf } from './priority.ts';
import { representativeOf, type Representative } from './representative.ts';

/** Polis's statistics for any groups (spec 2.7 to 2.10). Positions are those of the ballots' statements. */
export type Statistics = {
	readonly counts: Counts;
	readonly everybody: Counts;
	readonly representative: readonly Representative[][];
	readonly consensus: { readonly agree: Agreed[]; readonly disagree: Agreed[] };
	readonly groupInformed: Float64Array;
	readonly priority: Float64Array;
};

export function statisticsOf(ballots: Ballots, grouping: Grouping, extremity: Float64Array): Statistics {
	const groups = grouping.names.length;
	const counts = countsOf(ballots, grouping.of, groups);
	const everybody = countsOfAll(ballots);
	const each = (value: (statement: number) => number) =>
		Float64Array.from(ballots.statements, (_, statement) => value(statement));
	return {
		counts,
		everybody,
		representative: Array.from({ length: groups }, (_, group) =>
			representativeOf(counts, group, ballots.out)
		),
		consensus: {
			agree: consensusOf(everybody, ballots.out, 'agree'),
			disagree: consensusOf(everybody, ballots.out, 'disagree')
		},
		groupInformed: each((at) => groupInformedConsensus(counts, at)),
		priority: each((at) => priorityOf(counts, at, extremity[at]!, Boolean(ballots.meta[at])))
	};
}
