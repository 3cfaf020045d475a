import { expect, test } from 'vitest';
import { scaleOf } from './figure.ts';

const page = { across: 500, down: 700 };

test.each([
	['fills the width of an empty page', { width: 1000, height: 400 }, 700, 0.5],
	['never is higher than a page', { width: 100, height: 1400 }, 700, 0.5],
	['is a little smaller to stand on the page that has begun', { width: 1000, height: 1000 }, 400, 0.4],
	['goes to the next page where it would be much smaller', { width: 1000, height: 1000 }, 340, 0.5]
])('a picture %s', (_, size, left, scale) => {
	expect(scaleOf(size, { ...page, left })).toBeCloseTo(scale, 10);
});
