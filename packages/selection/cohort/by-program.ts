import type { Compiled } from '../problem/compile.ts';
import { objectiveOf, partsOf } from '../problem/parts.ts';
import type { Rule } from '../problem/rules.ts';
import { solve } from '../solver/program.ts';
import { countModel } from './count-model.ts';
import type { Found } from './exhaustive.ts';

type Asked = {
	/** Cohorts that are not meant. */
	not?: readonly (readonly number[])[];
	/** Who may be in, where not everybody need be tried. */
	people?: readonly number[] | undefined;
	start?: readonly number[] | undefined;
	seconds?: number | undefined;
};

/** By HiGHS alone: what the walk through all cohorts is tested against, and large problems are left to. */
export async function bestByProgram(
	compiled: Compiled,
	rules: readonly Rule[],
	{ not = [], people, start, seconds }: Asked = {}
): Promise<{ cohort?: Found; bound: number; isProven: boolean }> {
	const model = countModel(compiled, rules, { not, people });
	const given = start && (await valuesOf(compiled, rules, { not, people: start }));
	const { status, bound, values } = await solve(model.program, { start: given, seconds });
	if (status === 'infeasible') return { bound: -Infinity, isProven: true };
	const members = model.columns.flatMap((column, person) => (values[column]! > 0.5 ? [person] : []));
	const whole = bound + model.constant;
	if (members.length !== compiled.call.size) return { bound: whole, isProven: false };
	const objective = objectiveOf(compiled, partsOf(compiled, members));
	const isProven = status === 'optimal' && whole - objective <= 1e-6;
	return { cohort: { members, objective }, bound: isProven ? objective : whole, isProven };
}

/** All columns of the program for these members: nobody else may come, so that all of them do, and the rest follows. */
async function valuesOf(
	compiled: Compiled,
	rules: readonly Rule[],
	only: { not: readonly (readonly number[])[]; people: readonly number[] }
): Promise<Float64Array | undefined> {
	const { status, values } = await solve(countModel(compiled, rules, only).program);
	return status === 'optimal' ? values : undefined;
}
