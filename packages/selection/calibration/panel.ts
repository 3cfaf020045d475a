import type { Review } from './reviews.ts';

/** Reviews by number: who reviewed what, in the order of ids. */
export type Panel = {
	readonly applications: readonly string[];
	readonly reviewers: readonly string[];
	readonly of: Int32Array;
	readonly by: Int32Array;
	readonly scores: Float64Array;
	readonly perApplication: Int32Array;
	readonly perReviewer: Int32Array;
};

export function panelOf(given: readonly Review[]): Panel {
	const applications = [...new Set(given.map(({ application }) => application))].toSorted();
	const reviewers = [...new Set(given.map(({ reviewer }) => reviewer))].toSorted();
	const numberOf = new Map(applications.map((id, number) => [id, number]));
	const numberBy = new Map(reviewers.map((id, number) => [id, number]));
	const inOrder = given.toSorted(
		(one, other) =>
			numberOf.get(one.application)! - numberOf.get(other.application)! ||
			numberBy.get(one.reviewer)! - numberBy.get(other.reviewer)!
	);
	const of = Int32Array.from(inOrder, ({ application }) => numberOf.get(application)!);
	const by = Int32Array.from(inOrder, ({ reviewer }) => numberBy.get(reviewer)!);
	return {
		applications,
		reviewers,
		of,
		by,
		scores: Float64Array.from(inOrder, ({ score }) => score),
		perApplication: timesOf(of, applications.length),
		perReviewer: timesOf(by, reviewers.length)
	};
}

function timesOf(numbers: Int32Array, length: number): Int32Array {
	const times = new Int32Array(length);
	for (const number of numbers) times[number]!++;
	return times;
}

/** Reviewers who have an application in common, or are linked by others who do; one such circle is what calibration needs. */
export function circlesOf({ reviewers, of, by, applications }: Panel): string[][] {
	const circle = Int32Array.from(reviewers.keys());
	const root = (one: number): number => (circle[one] === one ? one : root(circle[one]!));
	const first = new Int32Array(applications.length).fill(-1);
	for (const [at, application] of of.entries()) {
		if (first[application]! < 0) first[application] = by[at]!;
		else circle[root(by[at]!)] = root(first[application]!);
	}
	return [...Map.groupBy(reviewers.keys(), root).values()].map((numbers) =>
		numbers.map((one) => reviewers[one]!)
	);
}
