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

/** Newcombe's interval for the difference of two shares (1998, method 10): made from the two Wilson intervals. */
export function differenceInterval(
	here: readonly [successes: number, trials: number],
	there: readonly [successes: number, trials: number],
	z = z95
): Interval {
	if (here[1] === 0 || there[1] === 0) return [-1, 1];
	const [p, q] = [here[0] / here[1], there[0] / there[1]];
	const [low, high] = shareInterval(...here, z);
	const [lowThere, highThere] = shareInterval(...there, z);
	const difference = p - q;
	return [
		difference - Math.sqrt((p - low) ** 2 + (highThere - q) ** 2),
		difference + Math.sqrt((high - p) ** 2 + (q - lowThere) ** 2)
	];
}
