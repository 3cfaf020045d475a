import { Program, relax, type Relaxed } from '../solver/program.ts';

export type Lottery = {
	/** For each cohort how likely it is to be drawn. */
	readonly chances: readonly number[];
	/** For each person of any of the cohorts, how likely they are to be in. */
	readonly persons: ReadonlyMap<number, number>;
	/** Nobody's chance is smaller, and no lottery over these cohorts can make the smallest larger than `bound`. */
	readonly minimum: number;
	readonly bound: number;
};

const slack = 1e-9;

/**
 * The fairest lottery over these cohorts: it makes the smallest chance of anybody as large as it can be, then the next
 * smallest, and so on (leximin; Flanigan, Gölz, Gupta, Hennig and Procaccia 2021). Whoever cannot have more without
 * somebody's having less is settled, stage after stage, by the duals of a linear program.
 */
export async function leximin(cohorts: readonly (readonly number[])[]): Promise<Lottery> {
	const settled = new Map<number, number>();
	const people = [...new Set(cohorts.flat())].toSorted((one, other) => one - other);
	let bound: number | undefined;
	let chances: number[] = [];
	while (settled.size < people.length) {
		const open = people.filter((person) => !settled.has(person));
		const stage = await stageOf(cohorts, people, settled);
		chances = stage.chances;
		bound ??= stage.level;
		const tight = open.filter((person) => stage.priced.has(person));
		for (const person of tight.length ? tight : open) settled.set(person, stage.level);
	}
	const persons = chancesOf(cohorts, chances);
	return { chances, persons, minimum: Math.min(...persons.values()), bound: bound ?? 0 };
}

/** The largest level that everybody who is not settled can have, with those who then can have no more. */
async function stageOf(
	cohorts: readonly (readonly number[])[],
	people: readonly number[],
	settled: ReadonlyMap<number, number>
): Promise<{ level: number; chances: number[]; priced: Set<number> }> {
	const program = new Program();
	const columns = cohorts.map(() => program.column(0, 0, 1));
	const level = program.column(1, 0, 1);
	program.row(
		1,
		1,
		columns.map((column) => [column, 1])
	);
	const holding = Map.groupBy(
		cohorts.flatMap((members, at) => members.map((person) => ({ person, column: columns[at]! }))),
		({ person }) => person
	);
	for (const person of people) {
		const own = holding.get(person)!.map(({ column }) => [column, 1] as const);
		const fixed = settled.get(person);
		if (fixed === undefined) program.row(0, Infinity, [...own, [level, -1]]);
		else program.row(fixed - slack, Infinity, own);
	}
	const solved = await solvable(program);
	return {
		level: solved.values[level]!,
		chances: columns.map((column) => solved.values[column]!),
		priced: new Set(people.filter((person, at) => !settled.has(person) && solved.duals[at + 1]! > 1e-7))
	};
}

async function solvable(program: Program): Promise<Relaxed> {
	const solved = await relax(program);
	if (!solved) throw new Error('A lottery over cohorts always exists, and none was found');
	return solved;
}

function chancesOf(cohorts: readonly (readonly number[])[], chances: readonly number[]): Map<number, number> {
	const persons = new Map<number, number>();
	for (const [at, members] of cohorts.entries())
		for (const person of members) persons.set(person, (persons.get(person) ?? 0) + chances[at]!);
	return persons;
}
