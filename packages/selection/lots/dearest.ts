import { countModel } from '../cohort/count-model.ts';
import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import { solve } from '../solver/program.ts';

const hair = 1e-9;
/** HiGHS keeps a rule to a millionth; what it finds is looked at again. */
const tolerance = 1e-6;

/**
 * Of all cohorts worth `least` the one whose members' prices come to most, by HiGHS on the count formulation; and what
 * none can come to more than. Nothing where there is no such cohort.
 */
export async function dearestCohort(
	compiled: Compiled,
	least: number,
	prices: ReadonlyMap<number, number>
): Promise<{ members: readonly number[]; bound: number } | undefined> {
	const { program, columns, constant } = countModel(compiled, compiled.rules);
	const entries = [...prices].map(([person, price]) => [columns[person]!, price] as const);
	program.askInstead(least + tolerance - constant, entries);
	const { status, bound, values } = await solve(program);
	if (status === 'infeasible') return undefined;
	const members = columns.flatMap((column, person) => (values[column]! > 0.5 ? [person] : []));
	const isIn = objectiveOf(compiled, partsOf(compiled, members)) >= least - hair;
	return isIn ? { members, bound } : undefined;
}
