/** One-sided, 90 in 100: what Polis takes for a result that is not chance. */
export const z90 = 1.2816;

/** The share, drawn a little to one half: one vote for and one against are added. */
export function share(successes: number, trials: number): number {
	return (successes + 1) / (trials + 2);
}

/** Is it more than half? (spec 2.7, z) */
export function proportionTest(successes: number, trials: number): number {
	const n = trials + 1;
	return 2 * Math.sqrt(n) * ((successes + 1) / n - 0.5);
}

/** Is it more here than there? (spec 2.7, rat and rdt) */
export function twoProportionTest(here: number, there: number, trials: number, trialsThere: number): number {
	const [n, m] = [trials + 1, trialsThere + 1];
	const both = (here + there + 2) / (n + m);
	if (both === 1) return 0;
	return ((here + 1) / n - (there + 1) / m) / Math.sqrt(both * (1 - both) * (1 / n + 1 / m));
}
