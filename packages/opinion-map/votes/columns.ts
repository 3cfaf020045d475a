import type { Vote, VoteColumns } from '../ballots.ts';
import { Malformed } from '#packages/common';

/** More would not be one conversation; refused with a sentence, never dropped without one. */
export const limits = { votes: 20_000_000, people: 1_000_000, statements: 20_000 };

/** Votes as they come in, in arrays that grow. */
export class GrowingColumns {
	readonly #people = new Map<string, number>();
	readonly #statements = new Map<string, number>();
	#size = 0;
	#person = new Int32Array(1024);
	#statement = new Int32Array(1024);
	#vote = new Int8Array(1024);
	#time = new Float64Array(1024);

	add(person: string, statement: string, vote: Vote, time = NaN): void {
		if (this.#size === this.#vote.length) this.#grow();
		this.#person[this.#size] = place(this.#people, person, limits.people, 'people');
		this.#statement[this.#size] = place(this.#statements, statement, limits.statements, 'statements');
		this.#vote[this.#size] = vote;
		this.#time[this.#size] = time;
		this.#size++;
	}

	#grow(): void {
		if (this.#size >= limits.votes) throw new Malformed(`there are more than ${limits.votes} votes`);
		const longer = <Column extends Int32Array | Int8Array | Float64Array>(column: Column): Column => {
			const next = new (column.constructor as new (size: number) => Column)(column.length * 2);
			next.set(column);
			return next;
		};
		this.#person = longer(this.#person);
		this.#statement = longer(this.#statement);
		this.#vote = longer(this.#vote);
		this.#time = longer(this.#time);
	}

	/** In the order in which they came. */
	get asRead(): VoteColumns {
		return {
			people: [...this.#people.keys()],
			statements: [...this.#statements.keys()],
			person: this.#person.subarray(0, this.#size),
			statement: this.#statement.subarray(0, this.#size),
			vote: this.#vote.subarray(0, this.#size)
		};
	}

	/** By their time, where all have one; votes of the same instant in the order in which they came. */
	get byTime(): VoteColumns {
		const times = this.#time.subarray(0, this.#size);
		if (times.some(Number.isNaN) || times.every((time, at) => at === 0 || times[at - 1]! <= time))
			return this.asRead;
		const order = Int32Array.from(times.keys()).sort((a, b) => times[a]! - times[b]! || a - b);
		const { person, statement, vote, ...ids } = this.asRead;
		return {
			...ids,
			person: order.map((row) => person[row]!),
			statement: order.map((row) => statement[row]!),
			vote: Int8Array.from(order, (row) => vote[row]!)
		};
	}
}

function place(known: Map<string, number>, id: string, most: number, what: string): number {
	const found = known.get(id);
	if (found !== undefined) return found;
	if (known.size >= most) throw new Malformed(`there are more than ${most} ${what}`);
	known.set(id, known.size);
	return known.size - 1;
}
