import type { Ballots } from './ballots.ts';
import { idValue } from './ids.ts';
import type { GivenGroups } from './votes/read-groups.ts';

/** Who belongs where: a group's number for each person, or -1 for nobody's. */
export type Grouping = {
	readonly of: Int8Array;
	/** As people call them. */
	readonly names: readonly string[];
	/** As files have them: numbers from 0, or the names that were given. */
	readonly ids: readonly (string | number)[];
	readonly sizes: readonly number[];
};

/** Groups under given names. */
export function groupingFrom(of: Int8Array, names: readonly string[]): Grouping {
	const sizes = names.map(() => 0);
	for (const group of of) if (group >= 0) sizes[group]!++;
	return { of, names, ids: names.map(idValue), sizes };
}

/** Groups that we found are numbered from the largest, and called A, B, C. */
export function lettered(of: Int8Array, k: number): Grouping {
	const names = Array.from({ length: k }, (_, group) => String.fromCharCode(65 + group));
	return { ...groupingFrom(of, names), ids: [...names.keys()] };
}

export function groupingGiven({ people }: Ballots, { groups, names }: GivenGroups): Grouping {
	const used = new Set(people.map((person) => groups.get(person)));
	const present = names.filter((name) => used.has(name));
	const place = new Map(present.map((name, at) => [name, at]));
	const of = Int8Array.from(people, (person) => place.get(groups.get(person) ?? '') ?? -1);
	return groupingFrom(of, present);
}
