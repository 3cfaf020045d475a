import { noCounts, countVote, type Counts } from '../statistics/counts.ts';
import { standingOf, type Standing } from '../statistics/standing.ts';

/** Counts of a live conversation, group by group, with room to grow; how groups stand to statements is worked out once. */
export class Tally {
	#counts: Counts;
	#standings: (Standing | undefined)[];

	constructor(groups: number, room = 64) {
		this.#counts = noCounts(groups, room);
		this.#standings = Array.from({ length: groups * room });
	}

	get counts(): Counts {
		return this.#counts;
	}

	add(group: number, statement: number, vote: number, by: number): void {
		if (statement >= this.#counts.statements) this.#grow(2 * statement);
		countVote(this.#counts, group * this.#counts.statements + statement, vote, by);
		for (let one = 0; one < this.#counts.groups; one++)
			this.#standings[one * this.#counts.statements + statement] = undefined;
	}

	/** Has room for a statement that nobody has voted on. */
	reach(statement: number): void {
		if (statement >= this.#counts.statements) this.#grow(2 * statement);
	}

	standing(group: number, statement: number): Standing {
		const place = group * this.#counts.statements + statement;
		return (this.#standings[place] ??= standingOf(this.#counts, group, statement));
	}

	#grow(room: number): void {
		const { groups, statements, ...columns } = this.#counts;
		const next = noCounts(groups, room);
		for (const name of ['agree', 'disagree', 'seen'] as const)
			for (let group = 0; group < groups; group++)
				next[name].set(columns[name].subarray(group * statements, (group + 1) * statements), group * room);
		this.#counts = next;
		this.#standings = Array.from({ length: groups * room });
	}
}
