/** By how much something grows, in its unit per hour, with the interval that holds the truth 19 times in 20. */
export type Trend = { slope: number; low: number; high: number };

/** Least squares through (minute, value). Three values at the least: two always lie on a line. */
export function trendOf(points: readonly { minute: number; value: number }[]): Trend {
	const count = points.length;
	if (count < 3) throw new Error('Three values make a trend, fewer do not');
	const middle = mean(points.map(({ minute }) => minute));
	const level = mean(points.map(({ value }) => value));
	const spread = sum(points.map(({ minute }) => (minute - middle) ** 2));
	const slope = sum(points.map(({ minute, value }) => (minute - middle) * (value - level))) / spread;
	const off = points.map(({ minute, value }) => (value - level - slope * (minute - middle)) ** 2);
	const error = Math.sqrt(sum(off) / (count - 2) / spread) * quantile(count - 2);
	return { slope: slope * 60, low: (slope - error) * 60, high: (slope + error) * 60 };
}

/** It may well not grow at all, or by less than a megabyte an hour at the most. */
export function isFlat({ low, high }: Trend): boolean {
	return low <= 0 || high < 1;
}

/** Student's t at 97.5 %, by the expansion of Cornish and Fisher (Abramowitz and Stegun 26.7.5). */
function quantile(freedom: number): number {
	if (freedom === 1) return 12.706;
	const z = 1.959964;
	const terms = [
		z,
		(z ** 3 + z) / 4,
		(5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
		(3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
		(79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160
	];
	return sum(terms.map((term, power) => term / freedom ** power));
}

function mean(values: readonly number[]): number {
	return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
	return values.reduce((all, one) => all + one, 0);
}
