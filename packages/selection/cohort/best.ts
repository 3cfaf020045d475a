import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import type { Rule } from '../problem/rules.ts';
import { relax, solve } from '../solver/program.ts';
import { countModel } from './count-model.ts';
import { walkCohorts, type Found } from './exhaustive.ts';

export type Best = {
	/** The best first; fewer than asked for where there are no more. None at all: no cohort keeps the rules. */
	readonly cohorts: readonly Found[];
	/** No cohort that keeps the rules is worth more. */
	readonly bound: number;
	/** The first is the best there is, and each next one the best of the rest. */
	readonly isProven: boolean;
};

type Asked = {
	rules?: readonly Rule[];
	/** How many: the best, and the next best ones. */
	count?: number;
	/** Cohorts already known to keep the rules; the search leaves out at once what is worth less. */
	known?: readonly (readonly number[])[];
	seconds?: number | undefined;
};

/** A few hundredths of a second, and about a second, of one core; what is not settled by then is settled by HiGHS. */
const fewSteps = 10_000;
const manySteps = 400_000;
const hair = 1e-9;
/** HiGHS's own tolerance for what a column is worth is 1e-7 a unit; a hundred times that is left. */
const margin = 1e-5;

/** The cohorts that are worth most among those that keep the rules. */
export async function bestCohorts(compiled: Compiled, asked: Asked = {}): Promise<Best> {
	const { rules = compiled.rules, count = 1, known = [], seconds } = asked;
	const ranking = new Ranking(count);
	for (const members of known)
		ranking.take({ members, objective: objectiveOf(compiled, partsOf(compiled, members)) });
	const walk = (steps: number, people?: readonly number[]) =>
		walkCohorts(compiled, {
			rules,
			people,
			steps,
			least: () => ranking.least,
			found: (cohort) => ranking.take(cohort)
		});
	const isWhole = walk(fewSteps) || walk(manySteps, await worthTrying(compiled, rules, ranking.least));
	if (!isWhole) return byProgram(compiled, rules, ranking, seconds);
	return { cohorts: ranking.all, bound: ranking.all[0]?.objective ?? -Infinity, isProven: true };
}

/**
 * Who could be in a cohort worth `least`: without whole numbers the best there is loses at least its reduced cost when
 * somebody comes in who was not.
 */
async function worthTrying(
	compiled: Compiled,
	rules: readonly Rule[],
	least: number
): Promise<readonly number[]> {
	const { program, columns, constant } = countModel(compiled, rules);
	const relaxed = await relax(program);
	if (!relaxed) return [];
	const { bound, price, values } = relaxed;
	return columns.flatMap((column, person) =>
		values[column]! > 1e-9 || bound + constant - price[column]! >= least - margin ? [person] : []
	);
}

/** One after the other, each time without those that are known. */
async function byProgram(
	compiled: Compiled,
	rules: readonly Rule[],
	walked: Ranking,
	seconds: number | undefined
): Promise<Best> {
	const cohorts: Found[] = [];
	let bound = Infinity;
	while (cohorts.length < walked.count) {
		const not = cohorts.map(({ members }) => members);
		const start = walked.all.find(({ members }) => !not.some((one) => same(one, members)));
		const solved = await bestByProgram(compiled, rules, { not, start: start?.members, seconds });
		if (cohorts.length === 0) bound = solved.bound;
		if (!solved.cohort) return { cohorts, bound, isProven: solved.isProven };
		cohorts.push(solved.cohort);
		if (!solved.isProven) return { cohorts, bound, isProven: false };
	}
	return { cohorts, bound: cohorts[0]!.objective, isProven: true };
}

type Program = {
	not?: readonly (readonly number[])[];
	start?: readonly number[] | undefined;
	seconds?: number | undefined;
};

/** By HiGHS alone: what the walk through all cohorts is tested against, and large problems are left to. */
export async function bestByProgram(
	compiled: Compiled,
	rules: readonly Rule[],
	{ not = [], start, seconds }: Program = {}
): Promise<{ cohort?: Found; bound: number; isProven: boolean }> {
	const model = countModel(compiled, rules, not);
	const given = start && (await valuesOf(compiled, rules, not, start));
	const { status, bound, values } = await solve(model.program, { start: given, seconds });
	if (status === 'infeasible') return { bound: -Infinity, isProven: true };
	const members = model.columns.flatMap((column, person) => (values[column]! > 0.5 ? [person] : []));
	const whole = bound + model.constant;
	if (members.length !== compiled.call.size) return { bound: whole, isProven: false };
	const objective = objectiveOf(compiled, partsOf(compiled, members));
	const isProven = status === 'optimal' && whole - objective <= 1e-6;
	return { cohort: { members, objective }, bound: isProven ? objective : whole, isProven };
}

/** All columns of the program for these members: everybody is held where they are, and the rest follows. */
async function valuesOf(
	compiled: Compiled,
	rules: readonly Rule[],
	not: readonly (readonly number[])[],
	members: readonly number[]
): Promise<Float64Array | undefined> {
	const { program, columns } = countModel(compiled, rules, not);
	for (const [person, column] of columns.entries()) {
		const is = members.includes(person) ? 1 : 0;
		program.row(is, is, [[column, 1]]);
	}
	const { status, values } = await solve(program);
	return status === 'optimal' ? values : undefined;
}

/** The best so many, each once; of equals those whose members come first by their ids. */
class Ranking {
	readonly count: number;
	#all: Found[] = [];

	constructor(count: number) {
		this.count = count;
	}

	get all(): readonly Found[] {
		return this.#all;
	}

	get least(): number {
		return this.#all.length < this.count ? -Infinity : this.#all.at(-1)!.objective;
	}

	take(cohort: Found): void {
		if (this.#all.some(({ members }) => same(members, cohort.members))) return;
		const at = this.#all.findIndex((one) => isBefore(cohort, one));
		this.#all.splice(at < 0 ? this.#all.length : at, 0, cohort);
		this.#all.length = Math.min(this.#all.length, this.count);
	}
}

function isBefore(one: Found, other: Found): boolean {
	if (Math.abs(one.objective - other.objective) > hair) return one.objective > other.objective;
	const at = one.members.findIndex((person, place) => person !== other.members[place]);
	return at >= 0 && one.members[at]! < other.members[at]!;
}

function same(one: readonly number[], other: readonly number[]): boolean {
	return one.length === other.length && one.every((person, at) => person === other[at]);
}
