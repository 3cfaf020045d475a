/** Numbers in [0, 1) that look drawn by lot and are the same for the same seed. */
export type Random = () => number;

/** sfc32 of Chris Doty-Humphrey's PractRand, begun from a seed and the number of a stream. */
export function randomFrom(seed: number, stream = 0): Random {
	let a = seed | 0;
	let b = Math.floor(seed / 0x1_0000_0000) | 0;
	let c = stream | 0;
	let counter = 1;
	const next = () => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 0x1_0000_0000;
	};
	for (let round = 0; round < 15; round++) next();
	return next;
}

/** A whole number from 0 up to, and without, `limit`. */
export function below(limit: number, random: Random): number {
	return Math.floor(random() * limit);
}
