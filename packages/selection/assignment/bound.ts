import type { Readings } from './flow.ts';
import { atApplication, atReviewer, ofPair, type Prices } from './prices.ts';
import type { Desk } from './problem.ts';

/**
 * What no assignment costs less than: the Lagrangian bound at some price for each application and each reviewer. It is a
 * bound whatever these are; the lengths of the shortest paths that exchanges leave make it as large as it can be.
 */
export function boundOf(desk: Desk, prices: Prices, readings: Readings): number {
	const { atApplications, atReviewers } = potentials(desk, prices, readings);
	const width = desk.reviewers.length;
	let bound = 0;
	for (const [one, need] of desk.needs.entries()) {
		const costs = running(need, (more) => atApplication(prices, need - more) - atApplications[one]!);
		bound += prices.missing * need ** 2 + Math.min(...costs);
	}
	for (const [one, room] of desk.room.entries()) {
		const begun = desk.begun[one]!;
		const costs = running(room, (more) => atReviewer(prices, begun + more) + atReviewers[one]!);
		bound += prices.load * begun ** 2 + Math.min(...costs);
	}
	for (const [pair, may] of desk.may.entries()) {
		const reduced = atApplications[Math.floor(pair / width)]! - atReviewers[pair % width]!;
		if (may) bound += Math.min(0, ofPair(prices, desk, pair) + reduced);
	}
	return bound;
}

/** The sums of what the first, the first two … cost, from nothing. */
function running(most: number, step: (at: number) => number): number[] {
	const sums = [0];
	for (let at = 0; at < most; at++) sums.push(sums[at]! + step(at));
	return sums;
}

/**
 * Distances from outside, along everything that could still be exchanged (Bellman and Ford). Distances of reviewers are those of applications with what a reading costs.
 */
function potentials(desk: Desk, prices: Prices, { held, readBy, taken }: Readings) {
	const { needs, room, begun, may } = desk;
	const width = room.length;
	const atApplications = Float64Array.from(needs, (need, one) =>
		readBy[one]! < need ? atApplication(prices, need - readBy[one]!) : Infinity
	);
	const atReviewers = Float64Array.from(room, (_, one) =>
		taken[one]! > 0 ? -atReviewer(prices, begun[one]! + taken[one]! - 1) : Infinity
	);
	for (let isShorter = true; isShorter;) {
		isShorter = false;
		for (const [pair, mayBe] of may.entries()) {
			if (!mayBe) continue;
			const [one, by] = [Math.floor(pair / width), pair % width];
			const cost = ofPair(prices, desk, pair);
			const [from, to, length] = held[pair]
				? ([atReviewers[by]!, atApplications[one]!, -cost] as const)
				: ([atApplications[one]!, atReviewers[by]!, cost] as const);
			if (from + length >= to) continue;
			if (held[pair]) atApplications[one] = from + length;
			else atReviewers[by] = from + length;
			isShorter = true;
		}
	}
	// An application that needs nobody stays out of reach: nobody reads it at any price.
	return {
		atApplications,
		atReviewers: atReviewers.map((distance) => (distance === Infinity ? 0 : distance))
	};
}
