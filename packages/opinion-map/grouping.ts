import type { Ballots } from './ballots.ts';
import type { GivenGroups } from './votes/read-groups.ts';

/** Who belongs where: a group's number for each person, or -1 for nobody's. */
export type Grouping = {
	readonly of: Int8Array;
	readonly names: readonly string[];
	readonly sizes: readonly number[];
};

export function groupingFrom(of: Int8Array, names: readonly string[]): Grouping {
	const sizes = names.map(() => 0);
	for (const group of of) if (group >= 0) sizes[group]!++;
	return { of, names, sizes };
}

/** Groups that we found are numbered from the largest, and called A, B, C. */
export function lettered(of: Int8Array, k: number): Grouping {
	return groupingFrom(
		of,
		Array.from({ length: k }, (_, group) => String.fromCharCode(65 + group))
	);
}

export function groupingGiven({ people }: Ballots, { groups, names }: GivenGroups): Grouping {
	const present = names.filter((name) => people.some((person) => groups.get(person) === name));
	const place = new Map(present.map((name, at) => [name, at]));
	const of = Int8Array.from(people, (person) => place.get(groups.get(person) ?? '') ?? -1);
	return groupingFrom(of, present);
}
