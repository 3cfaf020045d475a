import type { Compiled } from '../problem/compile.ts';
import type { Rule } from '../problem/rules.ts';
import { relax } from '../solver/program.ts';
import { countModel } from './count-model.ts';

/**
 * No cohort is worth more than `bound`, less what is lost by everybody who is in though the relaxation has them out, and
 * by everybody who is out though it has them in (reduced costs).
 */
export type Ceiling = {
	readonly bound: number;
	readonly lostIn: Float64Array;
	readonly lostOut: Float64Array;
};

/** HiGHS's own tolerance for what a column is worth is 1e-7 a unit; a hundred times that is left. */
export const margin = 1e-5;

/** From the relaxation. Nothing where even shares of people cannot keep the rules. */
export async function ceilingOf(compiled: Compiled, rules: readonly Rule[]): Promise<Ceiling | undefined> {
	const { program, columns, constant } = countModel(compiled, rules);
	const relaxed = await relax(program);
	if (!relaxed) return undefined;
	const { bound, price, values } = relaxed;
	const lost = (is: (value: number) => boolean) =>
		Float64Array.from(columns, (column) => (is(values[column]!) ? price[column]! : 0));
	return {
		bound: bound + constant,
		lostIn: lost((value) => value < 1e-9),
		lostOut: lost((value) => value > 1 - 1e-9)
	};
}

/** Who could be in a cohort worth so much. */
export function peopleWorth({ bound, lostIn }: Ceiling, least: number): number[] {
	return [...lostIn.keys()].filter((person) => lostIn[person]! <= bound - least + margin);
}

/** Nothing is known, and nothing is ever lost. */
export function endless(people: number): Ceiling {
	const nothing = new Float64Array(people);
	return { bound: Infinity, lostIn: nothing, lostOut: nothing };
}
