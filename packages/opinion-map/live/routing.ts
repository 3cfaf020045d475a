import { randomFrom } from '#packages/common';
import type { Counts } from '../statistics/counts.ts';
import { share } from '../statistics/tests.ts';

/** What was drawn for whom, and everything needed to draw it again: this is what a log keeps. */
export type Draw = {
	readonly person: string;
	readonly statement: string;
	readonly seed: number;
	/** How many could have been drawn, and how likely this one was. */
	readonly eligible: number;
	readonly chance: number;
	/** How many of the person's group have voted on it, or of everybody, where they are in no group. */
	readonly seen: number;
	/** Drawn from those that too few of the group have seen. */
	readonly isBelowFloor: boolean;
};

/** As long as anything was seen by fewer of a group than this, people of the group are shown that. */
export const floor = 5;

/** Counts of the groups, of everybody, and the person's group where they have one. */
type Weighing = { readonly groups: Counts; readonly everybody: Counts; readonly group: number | undefined };

/**
 * One of the statements that somebody has not voted on, drawn by lot. Those that too few of their group have seen come
 * first; among them, and after them, a statement is the likelier, the fewer have seen it and the more a vote tells.
 */
export function drawStatement(eligible: readonly number[], weighing: Weighing, seed: number) {
	if (!eligible.length) return undefined;
	const below = eligible.filter((one) => seenBy(weighing, one) < floor);
	const list = below.length ? below : eligible;
	const weights = weightsOf(list, weighing);
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	let rest = randomFrom(seed)() * total;
	let at = 0;
	while (at + 1 < list.length && rest >= weights[at]!) rest -= weights[at++]!;
	const place = list[at]!;
	return {
		place,
		chance: weights[at]! / total,
		seen: seenBy(weighing, place),
		isBelowFloor: below.length > 0
	};
}

/** Twice as many votes make a statement this many powers of two less likely: those behind catch up, and the lot decides. */
const steep = 8;

function weightsOf(list: readonly number[], weighing: Weighing): Float64Array {
	const { seen } = weighing.everybody;
	let fewest = Infinity;
	for (const one of list) fewest = Math.min(fewest, seen[one]!);
	const weights = new Float64Array(list.length);
	for (let at = 0; at < list.length; at++) {
		const behind = (fewest + 1) / (seen[list[at]!]! + 1);
		weights[at] = telling(weighing, list[at]!) * behind ** steep;
	}
	return weights;
}

function seenBy({ groups, everybody, group }: Weighing, statement: number): number {
	return group === undefined
		? everybody.seen[statement]!
		: groups.seen[group * groups.statements + statement]!;
}

/**
 * How far one more vote may move group-informed consensus: the less clear the group's answer, and the more the others agree,
 * the farther. Before there are groups, everybody is one.
 */
function telling({ groups, everybody, group }: Weighing, statement: number): number {
	const counts = group === undefined ? everybody : groups;
	let moved = 1;
	for (let one = 0; one < counts.groups; one++) {
		const place = one * counts.statements + statement;
		const agreed = share(counts.agree[place]!, counts.seen[place]!);
		moved *= one === (group ?? 0) ? Math.sqrt(agreed * (1 - agreed)) : agreed;
	}
	return moved;
}
