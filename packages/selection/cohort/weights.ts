import type { Compiled } from '../problem/compile.ts';
import type { Weights } from '../problem/problem.ts';
import { bestCohorts, type Best } from './best.ts';

export type Reweighed = { readonly weight: string; readonly times: number; readonly best: Best };

const times = [0.5, 1.5];

/** The best cohort when one weight is half as large, or half as large again, and the others keep their proportions. */
export async function reweighed(
	compiled: Compiled,
	known: readonly (readonly number[])[],
	seconds?: number
): Promise<Reweighed[]> {
	const all: Reweighed[] = [];
	const changed = [...weightsChanged(compiled), ...attributesChanged(compiled)];
	for (const { weight, by, variant } of changed)
		all.push({ weight, times: by, best: await bestCohorts(variant, { known, seconds }) });
	return all;
}

type Variant = { weight: string; by: number; variant: Compiled };

function weightsChanged(compiled: Compiled): Variant[] {
	const { weights } = compiled.call;
	const names = Object.keys(weights) as (keyof Weights)[];
	return names
		.filter((weight) => weights[weight] > 0)
		.flatMap((weight) =>
			times.map((by) => {
				const changed = inProportion(
					{ ...weights, [weight]: weights[weight] * by },
					sumOf(weights)
				) as Weights;
				return { weight, by, variant: { ...compiled, call: { ...compiled.call, weights: changed } } };
			})
		);
}

function attributesChanged(compiled: Compiled): Variant[] {
	if (compiled.attributes.length < 2) return [];
	return compiled.attributes.flatMap(({ name }) =>
		times.map((by) => {
			const shares = Object.fromEntries(
				compiled.attributes.map((one) => [one.name, one.name === name ? one.share * by : one.share])
			);
			const whole = inProportion(shares, 1);
			const attributes = compiled.attributes.map((one) => ({ ...one, share: whole[one.name]! }));
			return { weight: `attribute ${name}`, by, variant: { ...compiled, attributes } };
		})
	);
}

function inProportion(weights: Record<string, number>, total: number): Record<string, number> {
	const sum = sumOf(weights);
	return Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, (weight * total) / sum]));
}

function sumOf(weights: Record<string, number>): number {
	return Object.values(weights).reduce((sum, weight) => sum + weight, 0);
}
