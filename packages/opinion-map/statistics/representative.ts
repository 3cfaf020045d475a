import type { Counts } from './counts.ts';
import {
	isSufficient,
	largestDifference,
	metricOf,
	sideOf,
	standingOf,
	type Side,
	type Standing
} from './standing.ts';
import { z90 } from './tests.ts';

export type Representative = {
	statement: number;
	side: Side;
	standing: Standing;
	/** It heads the list because the group agrees with it most clearly, whatever its side says. */
	isBestAgree: boolean;
};

type Candidate = { statement: number; standing: Standing };

/** How a group stands to a statement; a live conversation keeps it, others work it out. */
type StandingAt = (group: number, statement: number) => Standing;

/**
 * The statements by which a group is known (spec 2.7), in Polis's order. `order` has the statements in ascending order of
 * id, where they do not stand so.
 */
export function representativeOf(
	counts: Counts,
	group: number,
	out: Uint8Array,
	order: ArrayLike<number> = Array.from({ length: counts.statements }, (_, at) => at),
	standingAt: StandingAt = (one, statement) => standingOf(counts, one, statement)
): Representative[] {
	const { sufficient, best, bestAgree } = scan(counts, group, out, order, standingAt);
	const head = bestAgree ?? (sufficient.length ? undefined : best);
	const first = head ? [listed(head, head === bestAgree)] : [];
	if (!sufficient.length) return first;
	const others = clearest(sufficient.filter((one) => one.statement !== bestAgree?.statement)).map((one) =>
		listed(one, false)
	);
	const five = [...first, ...others].slice(0, 5);
	return [...five.filter(({ side }) => side === 'agree'), ...five.filter(({ side }) => side === 'disagree')];
}

/** The five with the largest metric, the earlier first where two are alike. */
function clearest(candidates: Candidate[]): Candidate[] {
	const five: { one: Candidate; metric: number }[] = [];
	for (const one of candidates) {
		const metric = metricOf(one.standing);
		if (five.length === 5 && metric <= five[4]!.metric) continue;
		let at = five.length;
		while (at > 0 && five[at - 1]!.metric < metric) at--;
		five.splice(at, 0, { one, metric });
		five.length = Math.min(5, five.length);
	}
	return five.map(({ one }) => one);
}

/** One walk over the statements; which "best agree" is met depends on their order. */
function scan(
	counts: Counts,
	group: number,
	out: Uint8Array,
	order: ArrayLike<number>,
	standingAt: StandingAt
) {
	const sufficient: Candidate[] = [];
	let best: Candidate | undefined;
	let bestAgree: Candidate | undefined;
	for (let at = 0; at < order.length; at++) {
		const statement = order[at]!;
		if (out[statement]) continue;
		const one = { statement, standing: standingAt(group, statement) };
		if (isSufficient(one.standing)) sufficient.push(one);
		if (!best || largestDifference(one.standing) > largestDifference(best.standing)) best = one;
		if (isVotedOn(counts, group, statement) && agreesMore(one.standing, bestAgree?.standing)) bestAgree = one;
	}
	return { sufficient, best, bestAgree };
}

function isVotedOn({ statements, agree, disagree }: Counts, group: number, statement: number): boolean {
	const place = group * statements + statement;
	return agree[place]! + disagree[place]! > 0;
}

function agreesMore({ ra, rat, pa, pat }: Standing, current: Standing | undefined): boolean {
	if (!current) return pat > z90 || (ra > 1 && pa > 0.5);
	if (current.ra > 1) return ra * rat * pa * pat > current.ra * current.rat * current.pa * current.pat;
	return pa * pat > current.pa * current.pat;
}

function listed({ statement, standing }: Candidate, isBestAgree: boolean): Representative {
	return { statement, standing, side: sideOf(standing), isBestAgree };
}
