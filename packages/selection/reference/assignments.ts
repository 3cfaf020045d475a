// Slow, and plain enough to be believed: every way of sharing applications out, and what each comes to, from the call's own words.
import type { AssignmentCall, Reading } from '../assignment/problem.ts';

/** Missing readers and loads from the largest down, and how much of what stood before is lost: what counts, in its order. */
export type Worth = {
	missing: number[];
	loads: number[];
	lost: number;
};

export function worthOf(call: AssignmentCall, readings: readonly Reading[]): Worth {
	const of = (application: string) => readings.filter((one) => one.application === application).length;
	const by = (reviewer: string) => readings.filter((one) => one.reviewer === reviewer).length;
	const fromLargest = (numbers: number[]) => numbers.toSorted((one, other) => other - one);
	return {
		missing: fromLargest(
			call.applications.map(({ id, readers }) => Math.max(0, (readers ?? call.each) - of(id)))
		),
		loads: fromLargest(call.reviewers.map(({ id }) => by(id))),
		lost: (call.earlier ?? []).filter((one) => !isAmong(readings, one)).length
	};
}

export function isAmong(readings: readonly Reading[], one: Reading): boolean {
	return readings.some(
		({ application, reviewer }) => application === one.application && reviewer === one.reviewer
	);
}

export function mayRead(call: AssignmentCall, { application, reviewer }: Reading): boolean {
	const read = call.applications.find(({ id }) => id === application)!;
	const one = call.reviewers.find(({ id }) => id === reviewer)!;
	if (one.conflicts?.includes(application)) return false;
	return !one.languages || (read.languages ?? []).every((language) => one.languages!.includes(language));
}

/** What counts of the best of all, by trying every one: fewest missing in all, then spread, then loads, then changes. */
export function bestWorth(call: AssignmentCall): Worth {
	let best: Worth | undefined;
	for (const readings of every(call, 0)) {
		const worth = worthOf(call, readings);
		if (!best || isBetter(worth, best)) best = worth;
	}
	return best!;
}

function isBetter(one: Worth, other: Worth): boolean {
	const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
	const flat = (worth: Worth) => [sum(worth.missing), ...worth.missing, ...worth.loads, worth.lost];
	const [these, those] = [flat(one), flat(other)];
	const at = these.findIndex((number, place) => number !== those[place]);
	return at >= 0 && these[at]! < those[at]!;
}

function* every(call: AssignmentCall, row: number): Generator<Reading[]> {
	if (row === call.applications.length) return yield [];
	const { id: application, readers } = call.applications[row]!;
	const kept = (call.fixed ?? []).filter(
		(one) =>
			one.application === application &&
			!call.reviewers.find(({ id }) => id === one.reviewer)!.conflicts?.includes(application)
	);
	const open = call.reviewers
		.map(({ id }) => ({ application, reviewer: id }))
		.filter((one) => mayRead(call, one) && !isAmong(kept, one));
	const wanted = Math.max(0, (readers ?? call.each) - kept.length);
	for (const rest of every(call, row + 1))
		for (const chosen of upTo(open, wanted)) {
			const all = [...kept, ...chosen, ...rest];
			if (keepsMosts(call, all, chosen)) yield all;
		}
}

/** Nobody takes more than they said, but for what was fixed for them. */
function keepsMosts(call: AssignmentCall, all: readonly Reading[], chosen: readonly Reading[]): boolean {
	return chosen.every(({ reviewer }) => {
		const { most } = call.reviewers.find(({ id }) => id === reviewer)!;
		const taken = all.filter((one) => one.reviewer === reviewer && !isAmong(call.fixed ?? [], one)).length;
		const fixed = (call.fixed ?? []).filter(
			(one) =>
				one.reviewer === reviewer &&
				!call.reviewers.find(({ id }) => id === reviewer)!.conflicts?.includes(one.application)
		).length;
		return most === undefined || taken <= Math.max(0, most - fixed);
	});
}

function* upTo<T>(from: readonly T[], most: number, at = 0): Generator<T[]> {
	yield [];
	if (most === 0) return;
	for (let next = at; next < from.length; next++)
		for (const rest of upTo(from, most - 1, next + 1)) yield [from[next]!, ...rest];
}
