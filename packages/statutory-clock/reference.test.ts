import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agreements } from './agreements.ts';
import { clock } from './clock.ts';

test.each(agreements)('as a walker finds it: $name', ({ cases, day, expected }) => {
	fc.assert(
		fc.property(cases, (facts) => {
			expect(clock(facts)[day]).toBe(expected(facts));
		}),
		{ numRuns: 60 }
	);
});
