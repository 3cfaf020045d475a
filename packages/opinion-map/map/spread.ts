import type { Ballots } from '../ballots.ts';

/**
 * The votes without what is common to a statement: vote minus the statement's mean where somebody voted, nothing where
 * not. This is exactly the mean-imputed and centred matrix, and as sparse as the votes. A statement that moderators took
 * out counts as 0 for everybody (spec 2.1).
 */
export type Spread = {
	readonly starts: Int32Array;
	readonly statementOf: Int32Array;
	readonly values: Float64Array;
	readonly means: Float64Array;
	readonly width: number;
	/** How often each person counts; once where it is absent. */
	readonly times?: Float64Array | undefined;
};

export function spreadOf(ballots: Ballots, times?: Float64Array): Spread {
	const { starts, statementOf, votes, out, statements } = ballots;
	const means = meansOf(ballots, times ?? new Float64Array(ballots.people.length).fill(1));
	const values = new Float64Array(votes.length);
	for (let at = 0; at < votes.length; at++) {
		const statement = statementOf[at]!;
		values[at] = out[statement] ? 0 : votes[at]! - means[statement]!;
	}
	return { starts, statementOf, values, means, width: statements.length, times };
}

/** Sums of whole numbers, so that the order of people changes nothing. */
function meansOf(
	{ starts, statementOf, votes, out, statements }: Ballots,
	times: Float64Array
): Float64Array {
	const sums = new Float64Array(statements.length);
	const seen = new Float64Array(statements.length);
	for (let person = 0; person < times.length; person++) {
		for (let at = starts[person]!; at < starts[person + 1]!; at++) {
			sums[statementOf[at]!]! += times[person]! * votes[at]!;
			seen[statementOf[at]!]! += times[person]!;
		}
	}
	return sums.map((sum, at) => (out[at] || !seen[at] ? 0 : sum / seen[at]!));
}

/** How the statements vary together, times a direction: XᵀX y. One pass over the votes. */
export function timesCovariance(
	{ starts, statementOf, values, times }: Spread,
	y: Float64Array,
	into: Float64Array
) {
	into.fill(0);
	for (let person = 0; person + 1 < starts.length; person++) {
		const often = times ? times[person]! : 1;
		if (often === 0) continue;
		const end = starts[person + 1]!;
		let along = 0;
		for (let at = starts[person]!; at < end; at++) along += values[at]! * y[statementOf[at]!]!;
		along *= often;
		for (let at = starts[person]!; at < end; at++) into[statementOf[at]!]! += along * values[at]!;
	}
}
