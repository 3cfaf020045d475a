import { below, randomFrom, type Random } from '#packages/common';
import type { Applicant, CohortCall } from '../problem/problem.ts';

const topics = ['organising', 'media', 'policy', 'litigation', 'security', 'co-design', 'fundraising'];
const groups = ['disabled', 'migrant', 'racialised'];
const values = { kind: 3, sector: 5, region: 4 };

/** A call that nobody made, with every kind of rule; some cannot be kept. The same seed makes the same call. */
export function madeUp(seed: number, people = 14, size = 4): { call: CohortCall; applicants: Applicant[] } {
	const random = randomFrom(seed);
	const applicants = Array.from({ length: people }, (_, number) => applicant(number, random));
	const ids = applicants.map(({ id }) => id);
	const one = () => ids[below(ids.length, random)]!;
	const sometimes = <T>(make: () => T, share: number) => (random() < share ? [make()] : []);
	const quota = (): CohortCall['quotas'][number] => {
		const [attribute, value] = someValue(random);
		const min = random() < 0.3 ? 1 + below(2, random) : 0;
		return { attribute, value, min, max: Math.max(min, 1 + below(size, random)) };
	};
	return {
		applicants,
		call: {
			size,
			attributes: { kind: 1.5, sector: 1, region: random() },
			weights: { difference: 0.4, match: 0.35, score: 0.25 },
			leastScore: random() < 0.5 ? 0.3 : 0,
			quotas: [...sometimes(quota, 0.9), ...sometimes(quota, 0.6), ...sometimes(quota, 0.4)],
			exclusions: [...sometimes(() => [one(), one()] as const, 0.6)].filter(([a, b]) => a !== b),
			lockedIn: sometimes(one, 0.3),
			ruledOut: sometimes(one, 0.3),
			notAlone: [...sometimes(() => someValue(random), 0.6)]
		}
	};
}

function someValue(random: Random): [string, string] {
	if (random() < 0.3) return ['groups', random() < 0.5 ? '*' : groups[below(groups.length, random)]!];
	const names = Object.keys(values) as (keyof typeof values)[];
	const name = names[below(names.length, random)]!;
	return [name, String(below(values[name], random))];
}

function applicant(number: number, random: Random): Applicant {
	const some = (all: readonly string[], share: number) => all.filter(() => random() < share);
	return {
		id: `a${number}`,
		attributes: Object.fromEntries(
			Object.entries(values).map(([name, count]) => [name, String(below(count, random))])
		),
		groups: some(groups, 0.3),
		offers: some(topics, 0.25),
		// Now and then the same topic as is offered: nobody teaches themselves.
		needs: some(topics, 0.35),
		// Few different scores, so that there are equals.
		score: below(20, random) / 20,
		scoreError: 0.07,
		isEligible: random() < 0.9
	};
}
