import type { Found } from './exhaustive.ts';

const hair = 1e-9;

/** The best so many, each once; of equals those whose members come first by their ids. */
export class Ranking {
	readonly count: number;
	readonly #better: ((best: Found) => void) | undefined;
	#all: Found[] = [];

	/** `better` is told of each that is the best so far. */
	constructor(count: number, better?: (best: Found) => void) {
		this.count = count;
		this.#better = better;
	}

	get all(): readonly Found[] {
		return this.#all;
	}

	/** What something must be worth to be taken in. */
	get least(): number {
		return this.#all.length < this.count ? -Infinity : this.#all.at(-1)!.objective;
	}

	take(cohort: Found): void {
		if (this.#all.some(({ members }) => same(members, cohort.members))) return;
		const at = this.#all.findIndex((one) => isBefore(cohort, one));
		this.#all.splice(at < 0 ? this.#all.length : at, 0, cohort);
		this.#all.length = Math.min(this.#all.length, this.count);
		if (this.#all[0] === cohort) this.#better?.(cohort);
	}
}

function isBefore(one: Found, other: Found): boolean {
	if (Math.abs(one.objective - other.objective) > hair) return one.objective > other.objective;
	const at = one.members.findIndex((person, place) => person !== other.members[place]);
	return at >= 0 && one.members[at]! < other.members[at]!;
}

export function same(one: readonly number[], other: readonly number[]): boolean {
	return one.length === other.length && one.every((person, at) => person === other[at]);
}
