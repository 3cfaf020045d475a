import { Program, relax, type Relaxed } from '../solver/program.ts';

export type Lottery = {
	/** What may be drawn: the cohorts given, and those that were found on the way. */
	readonly cohorts: readonly (readonly number[])[];
	/** For each cohort how likely it is to be drawn. */
	readonly chances: readonly number[];
	/** For each person of any of the cohorts, how likely they are to be in. */
	readonly persons: ReadonlyMap<number, number>;
	/** Nobody's chance is smaller, and no lottery can make the smallest larger than `bound`. */
	readonly minimum: number;
	readonly bound: number;
	/** Whether the next smallest, and all above it, are as large as they can be as well. */
	readonly isComplete: boolean;
};

/**
 * Where not every cohort is known: one whose members' prices come to more than `worth`, and what none can come to more
 * than; or that there is none. Nothing: it is not looked for any longer.
 */
export type Pricing = (
	prices: ReadonlyMap<number, number>,
	worth: number
) => Promise<{ dearer: readonly number[] | undefined; bound: number } | undefined>;

const everyKnown: Pricing = async (_, worth) => ({ dearer: undefined, bound: worth });
const slack = 1e-9;

/**
 * The fairest lottery over these cohorts, and all others that `pricing` finds: it makes the smallest chance of anybody as
 * large as it can be, then the next smallest, and so on (leximin; Flanigan, Gölz, Gupta, Hennig and Procaccia 2021).
 * Whoever cannot have more without somebody's having less is settled, stage after stage, by the duals of a linear program.
 */
export async function leximin(
	known: readonly (readonly number[])[],
	pricing: Pricing = everyKnown
): Promise<Lottery> {
	const settled = new Map<number, number>();
	const cohorts = [...known];
	const people = [...new Set(cohorts.flat())].toSorted((one, other) => one - other);
	let bound: number | undefined;
	let chances: number[] = [];
	let isComplete = true;
	while (settled.size < people.length) {
		const open = people.filter((person) => !settled.has(person));
		const stage = await stageOf({ cohorts, people, settled, pricing });
		chances = stage.chances;
		bound ??= stage.bound;
		isComplete &&= stage.bound <= stage.level + 1e-5;
		const tight = open.filter((person) => stage.prices.has(person));
		for (const person of tight.length ? tight : open) settled.set(person, stage.level);
	}
	const persons = chancesOf(cohorts, chances);
	return { cohorts, chances, persons, minimum: Math.min(...persons.values()), bound: bound ?? 0, isComplete };
}

type Stage = {
	cohorts: (readonly number[])[];
	people: readonly number[];
	settled: ReadonlyMap<number, number>;
	pricing: Pricing;
};
type Settled = { level: number; bound: number; chances: number[]; prices: ReadonlyMap<number, number> };

/**
 * The largest level that everybody who is not settled can have, with those who then can have no more. Another cohort can
 * raise it only where its members' prices, the duals of the program, come to more than what all cohorts used are worth.
 */
async function stageOf({ cohorts, people, settled, pricing }: Stage): Promise<Settled> {
	// Every pricing bounds the level, also one that finds a dearer cohort (Lagrange).
	for (let bound = 1; ;) {
		const { level, chances, duals } = await levelAmong(cohorts, people, settled);
		const prices = new Map([...duals].filter(([person]) => !settled.has(person)));
		if (level >= 1 - slack) return { level, bound: level, chances, prices };
		const worth = [...duals].reduce(
			(sum, [person, price]) => sum + price * Math.max(0, (settled.get(person) ?? 0) - slack),
			level
		);
		const priced = await pricing(duals, worth);
		if (priced) bound = Math.min(bound, level + Math.max(0, priced.bound - worth));
		if (!priced?.dearer) return { level, bound, chances, prices };
		cohorts.push(priced.dearer);
	}
}

async function levelAmong(
	cohorts: readonly (readonly number[])[],
	people: readonly number[],
	settled: ReadonlyMap<number, number>
): Promise<{ level: number; chances: number[]; duals: Map<number, number> }> {
	const program = new Program();
	const columns = cohorts.map(() => program.column(0, 0, Infinity));
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
	const duals = people.flatMap((person, at) => {
		const dual = solved.duals[at + 1]!;
		return dual > 1e-7 ? [[person, dual] as const] : [];
	});
	return {
		level: solved.values[level]!,
		chances: columns.map((column) => solved.values[column]!),
		duals: new Map(duals)
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
