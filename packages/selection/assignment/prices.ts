import type { Desk } from './problem.ts';

/**
 * What counts first is priced so that no sum of what counts later outweighs it. A better assignment differs by a circle of
 * exchanges through the reviewers, each once, so that it is enough to outweigh what one such circle can change.
 */
export type Prices = {
	readonly missing: number;
	readonly load: number;
	readonly change: number;
	/** By how many bits the drawn numbers are shortened to fit; nothing where chance does not count. */
	readonly shift: number | undefined;
};

export const stages = ['missing', 'loads', 'changes'] as const;
export type StageName = (typeof stages)[number];

/** Everything to the last tie; or up to one stage, which then costs 1. */
export function pricesOf({ applications, reviewers, needs }: Desk, upTo?: StageName): Prices {
	const exchanges = 2 * Math.min(applications.length, reviewers.length) + 2;
	const heaviest = 2 * applications.length + 3;
	const mostMissing = 2 * needs.reduce((most, need) => Math.max(most, need), 0) + 1;
	const priced = (change: number, shift?: number): Prices => {
		const load = change * exchanges * 2 + 1;
		return { missing: load * heaviest, load, change, shift };
	};
	if (upTo === 'missing') return { missing: 1, load: 0, change: 0, shift: undefined };
	if (upTo === 'loads') return { missing: heaviest, load: 1, change: 0, shift: undefined };
	if (upTo === 'changes') return priced(1);
	for (let shift = 0; shift < 20; shift++) {
		const prices = priced(exchanges * 2 ** (20 - shift) + 1, shift);
		if (prices.missing * mostMissing * 4 < Number.MAX_SAFE_INTEGER) return prices;
	}
	throw new RangeError('Too many applications and reviewers to be counted exactly');
}

/** What one more reading costs at an application that `left` readers are missing from: it makes fewer missing, squared. */
export function atApplication({ missing }: Prices, left: number): number {
	return -missing * (2 * left - 1);
}

/** What one more application costs a reviewer who has `load`. */
export function atReviewer({ load: price }: Prices, load: number): number {
	return price * (2 * load + 1);
}

export function ofPair({ change, shift }: Prices, { wasEarlier, ties }: Desk, pair: number): number {
	return (shift === undefined ? 0 : ties[pair]! >>> shift) - change * wasEarlier[pair]!;
}
