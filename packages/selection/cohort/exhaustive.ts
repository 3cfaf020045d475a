import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import { missBy, type Rule } from '../problem/rules.ts';
import { endless, margin, peopleWorth, type Ceiling } from './ceiling.ts';
import { Tally } from './tally.ts';

export type Found = { readonly members: readonly number[]; readonly objective: number };

type Wanted = {
	readonly rules: readonly Rule[];
	/** What the linear relaxation knows; without it the walk believes nothing but this page. */
	ceiling?: Ceiling | undefined;
	/** Cohorts worth less are passed over. It may rise while the search goes on. */
	least: () => number;
	/** Every legal cohort that is worth enough, each once. */
	found: (cohort: Found) => void;
	/** After so many steps the search gives up, and nothing is proven. */
	steps: number;
};

const hair = 1e-9;

/**
 * Walks through all cohorts, leaving out whole branches in which even the best thinkable one is worth too little.
 * Good for small cohorts: nothing has to be believed but this page. True when the walk came to its end.
 */
export function walkCohorts(compiled: Compiled, wanted: Wanted): boolean {
	const walk = new Walk(compiled, wanted);
	return walk.begin();
}

class Walk {
	readonly #compiled: Compiled;
	readonly #wanted: Wanted;
	readonly #tally: Tally;
	readonly #size: number;
	readonly #ceiling: Ceiling;
	readonly #members: number[] = [];
	/** What somebody brings at most, whoever else is in: their score, and all the wishes that anybody could meet. */
	readonly #own: Float64Array;
	/** What each candidate would add now; written anew at every step down. */
	readonly #gain: Float64Array;
	/** What each pair of members costs for each attribute that they share. */
	readonly #perPair: number;
	#steps = 0;

	constructor(compiled: Compiled, wanted: Wanted) {
		const { call } = compiled;
		this.#compiled = compiled;
		this.#wanted = wanted;
		this.#tally = new Tally(compiled, wanted.rules);
		this.#size = call.size;
		this.#ceiling = wanted.ceiling ?? endless(compiled.people.length);
		this.#perPair = (100 * call.weights.difference) / Math.max(1, (call.size * (call.size - 1)) / 2);
		this.#own = ownWorth(compiled);
		this.#gain = new Float64Array(compiled.people.length);
	}

	begin(): boolean {
		const all = peopleWorth(this.#ceiling, this.#wanted.least());
		const start = this.#size > 1 ? 100 * this.#compiled.call.weights.difference : 0;
		return this.#go(all, start, 0);
	}

	/**
	 * `worth`: of the members so far, with the best that could still come true of their wishes. `lostBefore`: what no cohort
	 * below here can have any more of the relaxation's bound.
	 */
	#go(candidates: readonly number[], worth: number, lostBefore: number): boolean {
		const left = this.#size - this.#members.length;
		if (left === 0) return this.#end();
		if (!this.#canKeepMinimums(left)) return true;
		const room = worth - this.#unavoidable(left);
		const { order, gains, lostNow } = this.#ranked(candidates, { left, room, lost: lostBefore });
		let lost = lostBefore + lostNow;
		for (let at = 0; at + left <= order.length; at++) {
			if (++this.#steps > this.#wanted.steps) return false;
			let most = room;
			for (let next = at; next < at + left; next++) most += gains[next]!;
			if (most < this.#wanted.least() - hair || lost > this.#mayLose()) return true;
			if (!this.#into(order, at, worth + gains[at]!, lost)) return false;
			lost += this.#ceiling.lostOut[order[at]!]!;
		}
		return true;
	}

	#into(order: readonly number[], at: number, worth: number, lost: number): boolean {
		const person = order[at]!;
		this.#members.push(person);
		this.#tally.move(person, 1);
		const went = this.#go(order.slice(at + 1), worth, lost + this.#ceiling.lostIn[person]!);
		this.#tally.move(person, -1);
		this.#members.pop();
		return went;
	}

	#end(): boolean {
		const { rules, held } = this.#tally;
		for (let rule = 0; rule < rules.length; rule++) if (missBy(rules[rule]!, held[rule]!) > 0) return true;
		const members = this.#members.toSorted((one, other) => one - other);
		const objective = objectiveOf(this.#compiled, partsOf(this.#compiled, members));
		if (objective >= this.#wanted.least() - hair) this.#wanted.found({ members, objective });
		return true;
	}

	#canKeepMinimums(left: number): boolean {
		const { rules, held } = this.#tally;
		return rules.every(({ min, orNone }, rule) => held[rule]! + left >= min || (orNone && held[rule] === 0));
	}

	/** Who may still come in and make it worth while, beside the best who could come with them; whoever adds most first. */
	#ranked(candidates: readonly number[], { left, room, lost }: { left: number; room: number; lost: number }) {
		const gain = this.#gain;
		const spare = this.#mayLose() - lost;
		const open = candidates.filter((person) => this.#ceiling.lostIn[person]! <= spare && this.#fits(person));
		for (const person of open) gain[person] = this.#own[person]! - this.#perPair * this.#tally.alike(person);
		const beside = sumOfLargest(open, gain, left - 1);
		const least = this.#wanted.least() - hair - room - beside;
		const order = open
			.filter((person) => gain[person]! >= least)
			.sort((one, other) => gain[other]! - gain[one]! || one - other);
		const gains = order.map((person) => gain[person]!);
		return { order, gains, lostNow: this.#lostBy(candidates) - this.#lostBy(order) };
	}

	#lostBy(people: Iterable<number>): number {
		let lost = 0;
		for (const person of people) lost += this.#ceiling.lostOut[person]!;
		return lost;
	}

	#mayLose(): number {
		return this.#ceiling.bound - this.#wanted.least() + margin;
	}

	#fits(person: number): boolean {
		const { held, rules } = this.#tally;
		for (const rule of this.#tally.rulesOf(person)) if (held[rule]! >= rules[rule]!.max) return false;
		return true;
	}

	/** What those who still come must cost among themselves: more people than values have some value twice. */
	#unavoidable(left: number): number {
		return this.#compiled.attributes.reduce((sum, { share, values }) => {
			const each = Math.floor(left / values.length);
			const more = left % values.length;
			const pairs = (values.length * each * (each - 1)) / 2 + more * each;
			return sum + this.#perPair * share * pairs;
		}, 0);
	}
}

function sumOfLargest(people: readonly number[], gain: Float64Array, count: number): number {
	if (count === 0) return 0;
	const largest = new Float64Array(count).fill(-Infinity);
	for (const person of people) {
		const one = gain[person]!;
		if (one <= largest[count - 1]!) continue;
		let at = count - 1;
		for (; at > 0 && largest[at - 1]! < one; at--) largest[at] = largest[at - 1]!;
		largest[at] = one;
	}
	return largest.reduce((sum, one) => sum + Math.max(one, -1e9), 0);
}

function ownWorth({ call, people, topics, wishes, scores }: Compiled): Float64Array {
	const teachable = new Float64Array(people.length);
	for (const { taughtBy, wishedBy } of topics)
		for (const person of wishedBy) if (taughtBy.some((other) => other !== person)) teachable[person]! += 1;
	return Float64Array.from(people.keys(), (person) => {
		const match = wishes[person] === 0 ? 1 : teachable[person]! / wishes[person]!;
		return (100 * (call.weights.score * scores[person]! + call.weights.match * match)) / call.size;
	});
}
