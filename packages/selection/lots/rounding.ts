/**
 * A lottery as so many equally likely outcomes, so that dice can draw it: each cohort as often as its chance says,
 * rounded down, and what is left over to those that lost most by it. Cohorts that come out empty-handed are gone.
 */
export function rounded(
	chances: readonly number[],
	outcomes: number
): { times: number[]; largestChange: number } {
	const exact = chances.map((chance) => chance * outcomes);
	// A chance that is a whole number of outcomes but for the last bit is that number.
	const times = exact.map((one) => Math.floor(one + 1e-6));
	const left = outcomes - times.reduce((sum, one) => sum + one, 0);
	const order = [...exact.keys()].sort(
		(one, other) => exact[other]! - times[other]! - (exact[one]! - times[one]!) || one - other
	);
	for (const at of order.slice(0, left)) times[at]!++;
	return { times, largestChange: Math.max(...exact.map((one, at) => Math.abs(one - times[at]!))) / outcomes };
}
