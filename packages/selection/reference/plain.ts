// Slow, and plain enough to be believed: what a cohort is worth and whether it is legal, from the call's own words, by pairs.
import type { Applicant, CohortCall } from '../problem/problem.ts';

export function worth(call: CohortCall, members: readonly Applicant[]): number {
	const total = Object.values(call.attributes).reduce((sum, weight) => sum + weight, 0);
	let difference = 0;
	let pairs = 0;
	for (const one of members)
		for (const other of members) {
			if (one.id >= other.id) continue;
			pairs++;
			for (const [name, weight] of Object.entries(call.attributes))
				if (one.attributes[name] !== other.attributes[name]) difference += weight / total;
		}
	let match = 0;
	let score = 0;
	for (const one of members) {
		const others = members.filter((other) => other !== one);
		const met = one.needs.filter((topic) => others.some(({ offers }) => offers.includes(topic)));
		match += one.needs.length ? met.length / one.needs.length : 1;
		score += one.score;
	}
	const { weights } = call;
	return (
		100 *
		((pairs ? weights.difference * (difference / pairs) : 0) +
			(weights.match * match + weights.score * score) / members.length)
	);
}

export function isLegal(call: CohortCall, members: readonly Applicant[]): boolean {
	const ids = members.map(({ id }) => id);
	const count = (attribute: string, value: string) =>
		members.filter((one) =>
			attribute === 'groups'
				? value === '*'
					? one.groups.length > 0
					: one.groups.includes(value)
				: one.attributes[attribute] === value
		).length;
	return (
		members.every(({ isEligible, score }) => isEligible && score >= call.leastScore) &&
		call.quotas.every(({ attribute, value, min, max }) => {
			const found = count(attribute, value);
			return found >= min && found <= max;
		}) &&
		call.exclusions.every(([one, other]) => !(ids.includes(one) && ids.includes(other))) &&
		call.lockedIn.every((id) => ids.includes(id)) &&
		call.ruledOut.every((id) => !ids.includes(id)) &&
		call.notAlone.every(([attribute, value]) => count(attribute, value) !== 1)
	);
}

/** Every legal cohort with its worth, the most first; of equals those whose ids come first. */
export function everyCohort(
	call: CohortCall,
	applicants: readonly Applicant[]
): { ids: string[]; worth: number }[] {
	const sorted = applicants.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return [...sets(sorted, call.size)]
		.filter((members) => isLegal(call, members))
		.map((members) => ({ ids: members.map(({ id }) => id), worth: worth(call, members) }))
		.sort((one, other) =>
			Math.abs(one.worth - other.worth) > 1e-9 ? other.worth - one.worth : one.ids < other.ids ? -1 : 1
		);
}

function* sets<T>(all: readonly T[], size: number, from = 0): Generator<T[]> {
	if (size === 0) return yield [];
	for (let at = from; at + size <= all.length; at++)
		for (const rest of sets(all, size - 1, at + 1)) yield [all[at]!, ...rest];
}
