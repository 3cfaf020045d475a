import fc from 'fast-check';
import { clock } from '#packages/statutory-clock';
import { agreements } from '../../packages/statutory-clock/agreements.ts';

export const name = 'statutory clocks: the engine and the walker find the same days';
export const rounds = { full: 60_000, sample: 1_200 };

/** Every kind of time gets its share of the rounds, each from the seed. */
export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const each = Math.ceil(rounds / agreements.length);
	let failed = 0;
	for (const { name, cases, day, expected } of agreements) {
		const property = fc.property(cases, (facts) => clock(facts)[day] === expected(facts));
		const found = fc.check(property, { numRuns: each, seed });
		if (!found.failed) continue;
		failed++;
		console.log(`  ${name}: ${JSON.stringify(found.counterexample)}`);
	}
	return { passed: agreements.length - failed, failed, skipped: 0, figures: { 'cases of each kind': each } };
}
