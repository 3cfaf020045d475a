import type { Grouping } from '../grouping.ts';
import { sure } from '../groups/choose.ts';

/** Fewer people than this are not shown as a group: a few votes and a few sentences tell who they are. */
export const smallestShown = 5;

export type Shown = {
	/** Of each person: a group, or -1 for whoever stands between groups, in a small one or in none. */
	readonly of: Int8Array;
	/** Groups that are large enough. */
	readonly groups: readonly number[];
	readonly hidden: readonly number[];
	/** How many stand between groups. */
	readonly between: number;
};

/** What of a grouping may be seen by everybody. */
export function shownOf({ of, sizes }: Grouping, confidence?: Float64Array): Shown {
	const numbers = [...sizes.keys()];
	const isLarge = (group: number) => sizes[group]! >= smallestShown;
	const isSure = (person: number) => confidence === undefined || confidence[person]! >= sure;
	const shown = of.map((group, person) => (group >= 0 && isLarge(group) && isSure(person) ? group : -1));
	const between = of.reduce(
		(count, group, at) => count + Number(group >= 0 && isLarge(group) && !isSure(at)),
		0
	);
	return {
		of: shown,
		groups: numbers.filter(isLarge),
		hidden: numbers.filter((group) => sizes[group]! > 0 && !isLarge(group)),
		between
	};
}
