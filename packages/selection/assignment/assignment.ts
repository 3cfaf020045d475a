import { boundOf } from './bound.ts';
import { changesOf, type Change } from './changes.ts';
import { circlesAmong, joined } from './circles.ts';
import { cheapest, type Readings } from './flow.ts';
import { pricesOf, stages, type Prices, type StageName } from './prices.ts';
import { deskOf, isInConflict, type AssignmentCall, type Desk, type Reading } from './problem.ts';
import { shortOf, type Short } from './short.ts';

export type Assignment = {
	/** For each application who reads it, and for each reviewer how many they read. */
	readonly readers: Record<string, string[]>;
	readonly loads: Record<string, number>;
	/** Applications that fewer read than should, and why. */
	readonly short: readonly Short[];
	/** What is not as it was, where something was. */
	readonly changes: readonly Change[];
	/** What was fixed and could not be kept, since the reviewer has a conflict. */
	readonly broken: readonly Reading[];
	/** Reviewers who can be compared with each other. More than one circle: scores of one cannot be set beside another's. */
	readonly circles: readonly (readonly string[])[];
	readonly certificate: { readonly isProven: boolean; readonly stages: readonly StageProof[] };
};

/** What was reached, and what nothing can be below, given that what counts more is as good as it can be. */
export type StageProof = { readonly stage: StageName; readonly reached: number; readonly bound: number };

/**
 * Shares applications out among reviewers. What counts, one after the other: as few readers missing as can be, and those
 * spread; loads level; as little changed of what stood before as can be; then the drawn numbers. Squares are added up, of
 * missing readers and of loads: where flows are whole that also makes the largest as small as it can be, then the next
 * (decreasing minimality, Frank and Murota 2022). Reviewers are joined into one circle where that costs nothing.
 */
export function assign(call: AssignmentCall): Assignment {
	const desk = deskOf(call);
	const readings = joined(desk, cheapest(desk, pricesOf(desk)));
	const readers = readersOf(desk, readings.held);
	const proofs = proofsOf(desk, readings);
	return {
		readers,
		loads: Object.fromEntries(
			desk.reviewers.map(({ id }, one) => [id, desk.begun[one]! + readings.taken[one]!])
		),
		short: shortOf(call, desk, readings),
		changes: changesOf(call, readers),
		broken: (call.fixed ?? []).filter((one) => isInConflict(call, one)),
		circles: circlesAmong(desk, readings.held).map((circle) => circle.map((one) => desk.reviewers[one]!.id)),
		certificate: {
			isProven: proofs.every(({ reached, bound }) => reached === bound),
			stages: proofs
		}
	};
}

function readersOf({ applications, reviewers, isFixed }: Desk, held: Uint8Array): Record<string, string[]> {
	const width = reviewers.length;
	const isReading = (row: number, by: number) => held[row * width + by] || isFixed[row * width + by];
	return Object.fromEntries(
		applications.map(({ id }, row) => [
			id,
			reviewers.filter((_, by) => isReading(row, by)).map((reviewer) => reviewer.id)
		])
	);
}

function proofsOf(desk: Desk, readings: Readings): StageProof[] {
	const reached = {
		missing: sumOf(desk.needs, (need, one) => (need - readings.readBy[one]!) ** 2),
		loads: sumOf(desk.begun, (begun, one) => (begun + readings.taken[one]!) ** 2),
		changes: sumOf(desk.wasEarlier, (was, pair) =>
			was && !readings.held[pair] && !desk.isFixed[pair] ? 1 : 0
		)
	};
	const kept = sumOf(desk.wasEarlier, (was, pair) => (was && readings.held[pair] ? 1 : 0));
	const above = (prices: Prices, stage: StageName) =>
		stage === 'missing'
			? 0
			: prices.missing * reached.missing + (stage === 'changes' ? prices.load * reached.loads : 0);
	return stages.map((stage) => {
		const prices = pricesOf(desk, stage);
		const bound = boundOf(desk, prices, readings) - above(prices, stage);
		const unkept = stage === 'changes' ? reached.changes + kept : 0;
		return { stage, reached: reached[stage], bound: bound + unkept };
	});
}

function sumOf(numbers: Int32Array | Uint8Array, each: (number: number, at: number) => number): number {
	let sum = 0;
	for (const [at, number] of numbers.entries()) sum += each(number, at);
	return sum;
}
