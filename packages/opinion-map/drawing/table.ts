import type { Statistics } from '../statistics/statistics.ts';
import { evidenceOf, type Evidence } from '../lists/evidence.ts';
import { fewestVotes } from '../lists/exposed.ts';
import { lookOf } from './colours.ts';
import { inWords, type Drawable } from './draw.ts';
import { shownOf } from './shown.ts';

export type MapTable = {
	/** The map in words. */
	summary: string;
	groups: { name: string; look: string; people: number; sure: number | null }[];
	statements: { id: string; everybody: Evidence; byGroup: Record<string, Evidence | 'too-few'> }[];
};

/** The same as the map, for reading: what everybody may see, and in which a group of few votes is not broken out. */
export function mapTable(drawable: Drawable & { statistics: Statistics }): MapTable {
	const { ballots, grouping, confidence, statistics } = drawable;
	const shown = shownOf(grouping, confidence);
	const sureIn = (group: number) => shown.of.reduce((count, one) => count + Number(one === group), 0);
	const inGroup = (group: number, statement: number) => {
		const found = evidenceOf(statistics.counts, group, statement, grouping.sizes[group]!);
		return found.seen < fewestVotes ? ('too-few' as const) : found;
	};
	return {
		summary: inWords(drawable, shown),
		groups: shown.groups.map((group) => ({
			name: grouping.names[group]!,
			look: lookOf(group).name,
			people: grouping.sizes[group]!,
			sure: confidence ? sureIn(group) : null
		})),
		statements: ballots.statements.flatMap((id, at) =>
			ballots.out[at]
				? []
				: {
						id,
						everybody: evidenceOf(statistics.everybody, 0, at, ballots.people.length),
						byGroup: Object.fromEntries(
							shown.groups.map((group) => [grouping.names[group]!, inGroup(group, at)])
						)
					}
		)
	};
}
