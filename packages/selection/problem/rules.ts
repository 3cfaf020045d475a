import { holds, type Applicant, type CohortCall, type Quota } from './problem.ts';

/** Whatever the rule says, it comes to this: how many of these people a cohort may hold. */
export type Rule = {
	/** Stable and readable: `quota region=wales`. */
	readonly key: string;
	readonly words: string;
	/** Places in the list of people. */
	readonly people: readonly number[];
	readonly min: number;
	readonly max: number;
	/** None of them is fine too, whatever the minimum says. */
	readonly orNone: boolean;
};

export function rulesOf(call: CohortCall, people: readonly Applicant[]): Rule[] {
	const places = (is: (one: Applicant) => boolean) =>
		people.flatMap((one, place) => (is(one) ? [place] : []));
	const known = new Set(people.map(({ id }) => id));
	const rule = (
		key: string,
		words: string,
		of: number[],
		min: number,
		max: number,
		orNone = false
	): Rule => ({
		key,
		words,
		people: of,
		min,
		max,
		orNone
	});
	const all = call.size;
	return [
		rule(
			'least score',
			`Nobody has a score below ${call.leastScore}.`,
			places(({ score }) => score < call.leastScore),
			0,
			0
		),
		...call.quotas.map((quota) =>
			rule(
				`quota ${quota.attribute}=${quota.value}`,
				wordsOfQuota(quota, all),
				places((one) => holds(one, quota.attribute, quota.value)),
				quota.min,
				Math.min(quota.max, all)
			)
		),
		...call.exclusions
			.filter((pair) => pair.every((id) => known.has(id)))
			.map(([one, other]) =>
				rule(
					`not together ${one} ${other}`,
					`${one} and ${other} are not both in.`,
					places(({ id }) => id === one || id === other),
					0,
					1
				)
			),
		...call.lockedIn.map((id) =>
			rule(
				`in ${id}`,
				`${id} is in${known.has(id) ? '' : ', and is not eligible'}.`,
				places((one) => one.id === id),
				1,
				1
			)
		),
		...call.ruledOut.map((id) =>
			rule(
				`out ${id}`,
				`${id} is not in.`,
				places((one) => one.id === id),
				0,
				0
			)
		),
		...call.notAlone.map(([attribute, value]) =>
			rule(
				`not alone ${attribute}=${value}`,
				`Nobody is the only one with ${attribute} ${value}: none, or at least two.`,
				places((one) => holds(one, attribute, value)),
				2,
				all,
				true
			)
		)
	];
}

function wordsOfQuota({ attribute, value, min, max }: Quota, size: number): string {
	const who = whoHolds(attribute, value);
	if (max >= size) return `At least ${min} ${who}.`;
	if (min <= 0) return `At most ${max} ${who}.`;
	return min === max ? `Exactly ${min} ${who}.` : `Between ${min} and ${max} ${who}.`;
}

/** By how many people a count is away from what the rule allows; 0 keeps it. */
export function missBy({ min, max, orNone }: Rule, count: number): number {
	if (orNone && count === 0) return 0;
	return Math.max(0, min - count, count - max);
}

function whoHolds(attribute: string, value: string): string {
	if (attribute !== 'groups') return `with ${attribute} ${value}`;
	return value === '*'
		? 'from any of the groups people describe themselves by'
		: `who describe themselves as ${value}`;
}
