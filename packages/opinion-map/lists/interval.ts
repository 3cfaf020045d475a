export type Interval = [number, number];

const z95 = 1.959963984540054;

/** Wilson's interval for a share (1927), 95 in 100 unless another z is given. Nothing counted says nothing: 0 to 1. */
export function shareInterval(successes: number, trials: number, z = z95): Interval {
	if (trials === 0) return [0, 1];
	const rate = successes / trials;
	const spread = z * z;
	const middle = (rate + spread / (2 * trials)) / (1 + spread / trials);
	const half =
		(z / (1 + spread / trials)) * Math.sqrt((rate * (1 - rate)) / trials + spread / (4 * trials * trials));
	return [Math.max(0, Math.min(rate, middle - half)), Math.min(1, Math.max(rate, middle + half))];
}
