import type { Compiled } from '../problem/compile.ts';
import type { Rule } from '../problem/rules.ts';
import { Program } from '../solver/program.ts';

export type CountModel = {
	readonly program: Program;
	/** For each person their column: 1 when they are in. */
	readonly columns: readonly number[];
	/** What is added to the program's objective to make it the cohort's. */
	readonly constant: number;
};

/** Cohorts that are not meant, and who may be in where not everybody may. */
type Only = { not?: readonly (readonly number[])[]; people?: readonly number[] | undefined };

/**
 * A cohort as a program in counts, never in pairs: how much members differ depends on how many hold each value, and what
 * pairs of n people cost, n(n-1)/2, is convex in n, so that its tangents say it exactly. People, values and topics make
 * the columns: about N + 100 of them, where pairs would make N²/2.
 */
export function countModel(
	compiled: Compiled,
	rules: readonly Rule[],
	{ not = [], people: invited }: Only = {}
): CountModel {
	const { call, people } = compiled;
	const program = new Program();
	const may = invited && new Set(invited);
	const columns = people.map((_, person) =>
		program.column(ownWorth(compiled, person), 0, may?.has(person) === false ? 0 : 1, true)
	);
	const together = (of: readonly number[], value = 1) =>
		of.map((person) => [columns[person]!, value] as const);
	program.row(call.size, call.size, together([...people.keys()]));
	addDifference(compiled, program, together);
	addMatch(compiled, program, columns);
	for (const rule of rules) addRule(rule, call.size, program, together);
	for (const members of not) program.row(-Infinity, call.size - 1, together(members));
	const constant = call.size > 1 ? 100 * call.weights.difference : 0;
	return { program, columns, constant };
}

type Together = (of: readonly number[], value?: number) => (readonly [number, number])[];

function ownWorth({ call, scores, wishes }: Compiled, person: number): number {
	const { weights, size } = call;
	return (100 * (weights.score * scores[person]! + (wishes[person] === 0 ? weights.match : 0))) / size;
}

function addDifference({ call, attributes }: Compiled, program: Program, together: Together): void {
	const perPair = (100 * call.weights.difference) / Math.max(1, (call.size * (call.size - 1)) / 2);
	for (const { share, of, values } of attributes)
		for (const value of values.keys()) {
			const people = [...of.keys()].filter((person) => of[person] === value);
			const most = Math.min(call.size, people.length);
			if (most < 2) continue;
			const count = program.column(0, 0, most);
			const pairs = program.column(-perPair * share, 0, Infinity);
			program.row(0, 0, [...together(people), [count, -1]]);
			for (let n = 1; n < most; n++)
				program.row((-n * (n + 1)) / 2, Infinity, [
					[pairs, 1],
					[count, -n]
				]);
		}
}

/** A wish counts once, however many could teach it; nobody teaches themselves. */
function addMatch({ call, wishes, topics }: Compiled, program: Program, columns: readonly number[]): void {
	const each = (100 * call.weights.match) / call.size;
	for (const { taughtBy, wishedBy } of topics) {
		const teachers = (without?: number) =>
			taughtBy.filter((person) => person !== without).map((person) => [columns[person]!, -1] as const);
		const plain = wishedBy.filter((person) => !taughtBy.includes(person));
		const shares = plain.map((person) => 1 / wishes[person]!).toSorted((one, other) => other - one);
		const most = shares.slice(0, call.size).reduce((sum, share) => sum + share, 0);
		const isTaught = program.column(0, 0, 1, true);
		const met = program.column(each, 0, most);
		program.row(-Infinity, 0, [[isTaught, 1], ...teachers()]);
		program.row(-Infinity, 0, [
			[met, 1],
			...plain.map((person) => [columns[person]!, -1 / wishes[person]!] as const)
		]);
		program.row(-Infinity, 0, [
			[met, 1],
			[isTaught, -most]
		]);
		for (const person of wishedBy.filter((one) => taughtBy.includes(one))) {
			const own = program.column(each / wishes[person]!, 0, 1);
			program.row(-Infinity, 0, [
				[own, 1],
				[columns[person]!, -1]
			]);
			program.row(-Infinity, 0, [[own, 1], ...teachers(person)]);
		}
	}
}

function addRule(rule: Rule, size: number, program: Program, together: Together): void {
	const { people, min, max, orNone } = rule;
	if (!orNone) return program.row(min, max, together(people));
	const some = program.column(0, 0, 1, true);
	program.row(-Infinity, 0, [...together(people), [some, -Math.min(max, size)]]);
	program.row(0, Infinity, [...together(people), [some, -min]]);
}

/** Only whether the rules can be kept: nothing is counted that is worth something. */
export function feasibilityModel({ call, people }: Compiled, rules: readonly Rule[]): Program {
	const program = new Program();
	const columns = people.map(() => program.column(0, 0, 1, true));
	const together = (of: readonly number[], value = 1) =>
		of.map((person) => [columns[person]!, value] as const);
	program.row(call.size, call.size, together([...people.keys()]));
	for (const rule of rules) addRule(rule, call.size, program, together);
	return program;
}
