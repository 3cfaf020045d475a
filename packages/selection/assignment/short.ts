import type { Readings } from './flow.ts';
import type { AssignmentCall, Desk } from './problem.ts';

/** An application that fewer read than should, with all who may. */
export type Short = {
	readonly application: string;
	readonly readers: number;
	readonly wanted: number;
	readonly mayRead: readonly string[];
	/** Too few may read it; or they all have as many as they take, and nobody could take one off them. */
	readonly because: 'few-may' | 'all-full';
	/** Who would have to take more: whoever takes one more ends it. */
	readonly full: readonly string[];
};

export function shortOf(call: AssignmentCall, desk: Desk, readings: Readings): Short[] {
	const { applications, reviewers, needs, may, isFixed } = desk;
	const width = reviewers.length;
	return applications.flatMap(({ id, readers: own }, row) => {
		const missing = needs[row]! - readings.readBy[row]!;
		if (missing <= 0) return [];
		const wanted = own ?? call.each;
		const mayRead = reviewers.filter((_, by) => may[row * width + by] || isFixed[row * width + by]);
		const full = reachedFrom(desk, readings.held, row);
		return [
			{
				application: id,
				readers: wanted - missing,
				wanted,
				mayRead: mayRead.map((one) => one.id),
				because: full.length ? ('all-full' as const) : ('few-may' as const),
				full: full.map((by) => reviewers[by]!.id)
			}
		];
	});
}

/** Whoever could take it, or could take something off somebody who could: none of them takes any more. */
function reachedFrom({ applications, reviewers, may }: Desk, held: Uint8Array, start: number): number[] {
	const width = reviewers.length;
	const reached = new Set<number>();
	const rows = new Set([start]);
	for (const row of rows)
		for (const by of reviewers.keys()) {
			const pair = row * width + by;
			if (!may[pair] || held[pair] || reached.has(by)) continue;
			reached.add(by);
			for (const other of applications.keys()) if (held[other * width + by]) rows.add(other);
		}
	return [...reached].toSorted((one, other) => one - other);
}
