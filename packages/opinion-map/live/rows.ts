import type { Vote, VoteColumns } from '../ballots.ts';
import { compareIds } from '../ids.ts';
import { grown } from './register.ts';

/** The last vote of everybody, a byte for each statement: 0 is none, otherwise the vote plus 2. */
export class Rows {
	readonly #rows = new Map<string, Int8Array>();

	get(person: string, place: number): Vote | undefined {
		const kept = this.#rows.get(person)?.[place];
		return kept ? ((kept - 2) as Vote) : undefined;
	}

	/** Whether somebody has not voted on a statement yet. */
	openTo(person: string): (place: number) => boolean {
		const row = this.#rows.get(person);
		return row ? (place) => !row[place] : () => true;
	}

	set(person: string, place: number, vote: Vote): void {
		let row = this.#rows.get(person) ?? new Int8Array(Math.max(16, place + 1));
		if (place >= row.length) row = grown(row, Math.ceil(place * 1.5) + 1);
		row[place] = vote + 2;
		this.#rows.set(person, row);
	}

	/** Somebody without votes is forgotten. */
	clear(person: string, place: number): void {
		const row = this.#rows.get(person);
		if (row && place < row.length) row[place] = 0;
		if (row?.every((kept) => kept === 0)) this.#rows.delete(person);
	}

	placesOf(person: string): number[] {
		const row = this.#rows.get(person);
		return row ? [...row.keys()].filter((place) => row[place]) : [];
	}

	people(): Iterable<string> {
		return this.#rows.keys();
	}

	eachOf(person: string, visit: (place: number, vote: Vote) => void): void {
		const row = this.#rows.get(person);
		if (!row) return;
		for (let place = 0; place < row.length; place++) if (row[place]) visit(place, (row[place]! - 2) as Vote);
	}

	/** By person, then in the order of statements, so that the order of voting leaves no trace. */
	columns(ids: readonly string[]): VoteColumns {
		const people = [...this.#rows.keys()].sort(compareIds);
		const rank = ids.map((_, at) => at).sort((a, b) => compareIds(ids[a]!, ids[b]!));
		const count = people.reduce((sum, person) => sum + countOf(this.#rows.get(person)!), 0);
		const [person, statement] = [new Int32Array(count), new Int32Array(count)];
		const vote = new Int8Array(count);
		let next = 0;
		people.forEach((id, at) => {
			const row = this.#rows.get(id)!;
			rank.forEach((place, order) => {
				if (!row[place]) return;
				person[next] = at;
				statement[next] = order;
				vote[next++] = row[place]! - 2;
			});
		});
		return { people, statements: rank.map((place) => ids[place]!), person, statement, vote };
	}
}

function countOf(row: Int8Array): number {
	let count = 0;
	for (const kept of row) count += Number(kept !== 0);
	return count;
}
