import type { Ballots } from '../ballots.ts';
import type { Grouping } from '../grouping.ts';
import type { OpinionMap } from '../map/map.ts';
import type { Adopted } from './conversation.ts';

/** What a live conversation takes over from an analysis. */
export function adoptable(report: { ballots: Ballots; grouping: Grouping; map: OpinionMap }): Adopted {
	const { ballots, grouping, map } = report;
	const members = [...ballots.people.keys()].filter((at) => grouping.of[at]! >= 0);
	return {
		names: grouping.names,
		groups: new Map(members.map((at) => [ballots.people[at]!, grouping.of[at]!])),
		extremity: new Map(ballots.statements.map((id, at) => [id, map.extremity[at]!]))
	};
}
