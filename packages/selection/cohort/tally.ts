import type { Compiled } from '../problem/compile.ts';
import type { Rule } from '../problem/rules.ts';

/** A cohort that grows and shrinks by one person, with everything counted that Difference and the rules ask for. */
export class Tally {
	readonly compiled: Compiled;
	/** For each attribute how many members hold each value. */
	readonly counts: readonly Int32Array[];
	/** For each rule how many members are of its people. */
	readonly held: Int32Array;
	readonly rules: readonly Rule[];
	/** For each person the numbers of the rules that count them. */
	readonly #rulesOf: readonly (readonly number[])[];

	constructor(compiled: Compiled, rules: readonly Rule[]) {
		this.compiled = compiled;
		this.rules = rules;
		this.counts = compiled.attributes.map(({ values }) => new Int32Array(values.length));
		this.held = new Int32Array(rules.length);
		const of: number[][] = compiled.people.map(() => []);
		rules.forEach(({ people }, number) => people.forEach((person) => of[person]!.push(number)));
		this.#rulesOf = of;
	}

	rulesOf(person: number): readonly number[] {
		return this.#rulesOf[person]!;
	}

	/** `step` 1 takes somebody in, -1 out. */
	move(person: number, step: 1 | -1): void {
		const { attributes } = this.compiled;
		for (let a = 0; a < attributes.length; a++) this.counts[a]![attributes[a]!.of[person]!]! += step;
		for (const rule of this.#rulesOf[person]!) this.held[rule]! += step;
	}

	/** How much of Difference, in shares of attributes, this person has in common with the members, summed over them. */
	alike(person: number): number {
		const { attributes } = this.compiled;
		let sum = 0;
		for (let a = 0; a < attributes.length; a++) {
			const { share, of } = attributes[a]!;
			sum += share * this.counts[a]![of[person]!]!;
		}
		return sum;
	}
}
