import { expect, test } from 'vitest';
import { mostBars, stepsOf } from './progress.ts';

test('days on which nothing came are there too, up to the last', () => {
	const counts = [
		{ day: '2026-02-27', sent: 2 },
		{ day: '2026-03-01', sent: 1 }
	];
	expect(stepsOf(counts, '2026-03-02')).toEqual({
		by: 'day',
		steps: [
			{ day: '2026-02-27', sent: 2, all: 2 },
			{ day: '2026-02-28', sent: 0, all: 2 },
			{ day: '2026-03-01', sent: 1, all: 3 },
			{ day: '2026-03-02', sent: 0, all: 3 }
		]
	});
	expect(stepsOf([], '2026-03-02').steps).toEqual([]);
});

test('where there are too many days, weeks are told, which begin on a Monday', () => {
	const { by, steps } = stepsOf([{ day: '2026-01-07', sent: 4 }], '2026-03-11');
	expect(by).toBe('week');
	expect(steps.length).toBeLessThanOrEqual(mostBars);
	expect(steps[0]).toEqual({ day: '2026-01-05', sent: 4, all: 4 });
	expect(steps.at(-1)).toEqual({ day: '2026-03-09', sent: 0, all: 4 });
});
