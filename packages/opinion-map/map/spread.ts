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
};

export function spreadOf({ starts, statementOf, votes, out, statements }: Ballots): Spread {
	const means = meansOf(statementOf, votes, out, statements.length);
	const values = new Float64Array(votes.length);
	for (let at = 0; at < votes.length; at++) {
		const statement = statementOf[at]!;
		values[at] = out[statement] ? 0 : votes[at]! - means[statement]!;
	}
	return { starts, statementOf, values, means, width: statements.length };
}

/** Sums of whole numbers, so that the order of people changes nothing. */
function meansOf(statementOf: Int32Array, votes: Int8Array, out: Uint8Array, width: number): Float64Array {
	const sums = new Int32Array(width);
	const seen = new Int32Array(width);
	for (let at = 0; at < votes.length; at++) {
		sums[statementOf[at]!]! += votes[at]!;
		seen[statementOf[at]!]!++;
	}
	return Float64Array.from(sums, (sum, at) => (out[at] || !seen[at] ? 0 : sum / seen[at]!));
}

/** How the statements vary together, times a direction: XᵀX y. One pass over the votes. */
export function timesCovariance(
	{ starts, statementOf, values }: Spread,
	y: Float64Array,
	into: Float64Array
) {
	into.fill(0);
	for (let person = 0; person + 1 < starts.length; person++) {
		const end = starts[person + 1]!;
		let along = 0;
		for (let at = starts[person]!; at < end; at++) along += values[at]! * y[statementOf[at]!]!;
		for (let at = starts[person]!; at < end; at++) into[statementOf[at]!]! += along * values[at]!;
	}
}
