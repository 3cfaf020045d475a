import { expect, test } from 'vitest';
import { reservesBeside } from './as-chosen.ts';

test('who would cost the cohort least waits first, nobody twice, and none of its members', () => {
	const instead = [
		{ in: 'dee', costs: 3 },
		{ in: 'cat', costs: 1 },
		{ in: null, costs: 0 },
		{ in: 'dee', costs: 0.5 },
		{ in: 'ash', costs: 0.1 }
	];
	expect(reservesBeside({ instead }, ['ash', 'birch'])).toEqual(['dee', 'cat']);
	expect(reservesBeside({ instead: [] }, [])).toEqual([]);
});
