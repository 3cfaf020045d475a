import type { Ballots } from '../ballots.ts';
import { groupingFrom, type Grouping } from '../grouping.ts';
import { mapOf, type OpinionMap } from '../map/map.ts';
import { statisticsOf, type Statistics } from '../statistics/statistics.ts';
import { classicGroups } from './groups.ts';

export type ClassicReport = {
	readonly profile: 'classic';
	readonly ballots: Ballots;
	readonly map: OpinionMap;
	readonly grouping: Grouping;
	readonly statistics: Statistics;
	/** How well each number of groups keeps them apart; absent where the groups were given. */
	readonly silhouettes?: Record<string, number> | undefined;
};

/** Polis's numbers, by Polis's rules, from a cold start or with groups that are given. */
export function classicReport(ballots: Ballots, given?: Grouping): ClassicReport {
	const map = mapOf(ballots);
	const found = given ? undefined : classicGroups(ballots, map);
	const grouping =
		given ??
		groupingFrom(
			found!.of,
			Array.from({ length: found!.k }, (_, at) => String(at))
		);
	return {
		profile: 'classic',
		ballots,
		map,
		grouping,
		statistics: statisticsOf(ballots, grouping, map.extremity),
		silhouettes: found?.silhouettes
	};
}
