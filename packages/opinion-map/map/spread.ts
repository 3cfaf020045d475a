import type { Ballots } from '../ballots.ts';

/**
 * The votes without what is common to a statement: vote minus the statement's mean where somebody voted, nothing where
 * not. This is exactly the mean-imputed and centred matrix, and as sparse as the votes. A statement that moderators took
 * out counts as 0 for everybody (spec 2.1).
 */
export type Spread = Active & {
	readonly means: Float64Array;
	readonly width: number;
	/** How often each person counts; once where it is absent. */
	readonly times?: Float64Array | undefined;
};

/** The votes that take part: those on statements that were not taken out. */
export type Active = {
	readonly starts: Int32Array;
	readonly statementOf: Int32Array;
	readonly votes: Int8Array;
	/** Votes of each person as the stretch counts them (spec 2.4): a statement taken out counts as voted on by everybody. */
	readonly rated: Int32Array;
};

export function activeOf({ starts, statementOf, votes, out }: Ballots): Active {
	const taken = out.reduce((sum, flag) => sum + flag, 0);
	if (!taken) return { starts, statementOf, votes, rated: ratedOf(starts, 0) };
	const kept = new Int32Array(starts.length);
	for (let person = 0; person + 1 < starts.length; person++) {
		kept[person + 1] = kept[person]!;
		for (let at = starts[person]!; at < starts[person + 1]!; at++)
			kept[person + 1]! += 1 - out[statementOf[at]!]!;
	}
	return {
		starts: kept,
		statementOf: statementOf.filter((statement) => !out[statement]),
		votes: votes.filter((_, at) => !out[statementOf[at]!]),
		rated: ratedOf(kept, taken)
	};
}

function ratedOf(starts: Int32Array, taken: number): Int32Array {
	return Int32Array.from({ length: starts.length - 1 }, (_, at) => starts[at + 1]! - starts[at]! + taken);
}

export function spreadOf(active: Active, width: number, times?: Float64Array): Spread {
	return { ...active, means: meansOf(active, width, times), width, times };
}

/** Sums of whole numbers, so that the order of people changes nothing. */
function meansOf({ starts, statementOf, votes }: Active, width: number, times?: Float64Array): Float64Array {
	const sums = new Float64Array(width);
	const seen = new Float64Array(width);
	for (let person = 0; person + 1 < starts.length; person++) {
		const often = times ? times[person]! : 1;
		if (often === 0) continue;
		for (let at = starts[person]!; at < starts[person + 1]!; at++) {
			const statement = statementOf[at]!;
			sums[statement]! += often * votes[at]!;
			seen[statement]! += often;
		}
	}
	return sums.map((sum, at) => (seen[at] ? sum / seen[at]! : 0));
}

/** How the statements vary together, times a direction: XᵀX y. One pass over the votes. */
export function timesCovariance(spread: Spread, y: Float64Array, into: Float64Array): void {
	const { starts, statementOf, votes, means, times } = spread;
	into.fill(0);
	for (let person = 0; person + 1 < starts.length; person++) {
		const often = times ? times[person]! : 1;
		if (often === 0) continue;
		const end = starts[person + 1]!;
		let along = 0;
		for (let at = starts[person]!; at < end; at++) {
			const statement = statementOf[at]!;
			along += (votes[at]! - means[statement]!) * y[statement]!;
		}
		along *= often;
		for (let at = starts[person]!; at < end; at++) {
			const statement = statementOf[at]!;
			into[statement]! += along * (votes[at]! - means[statement]!);
		}
	}
}
