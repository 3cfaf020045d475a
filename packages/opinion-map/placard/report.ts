import type { Ballots } from '../ballots.ts';
import { canonical } from '../groups/canonical.ts';
import { choose, type Because, type Choice, type Effort } from '../groups/choose.ts';
import { lettered, type Grouping } from '../grouping.ts';
import { inverse } from '../ids.ts';
import { geometricConsensus, maximin, type Geometric, type LeastFavourable } from '../lists/common-ground.ts';
import { divisive, type Divisive } from '../lists/divisive.ts';
import { slate, type Pick } from '../lists/slate.ts';
import type { OpinionMap } from '../map/map.ts';
import { statisticsOf, type Statistics } from '../statistics/statistics.ts';

export type PlacardReport = {
	readonly profile: 'placard';
	readonly seed: number;
	readonly because: Because | 'given';
	readonly ballots: Ballots;
	readonly map: OpinionMap;
	readonly grouping: Grouping;
	/** How sure each person's group is, NaN where there is none; absent where nothing was resampled. */
	readonly confidence?: Float64Array | undefined;
	readonly choice: Choice;
	/** Who stands where in the order in which groups were looked for: `order[choice.members[i]]` is a person. */
	readonly order: Int32Array;
	readonly statistics: Statistics;
	readonly lists: Lists;
};

export type Lists = {
	readonly maximin: { readonly agree: LeastFavourable[]; readonly disagree: LeastFavourable[] };
	readonly geometric: { readonly agree: Geometric[]; readonly disagree: Geometric[] };
	readonly divisive: Divisive[];
	readonly slate: Pick[];
};

const usual: Effort = { seed: 1, shuffles: 99, resamples: 100 };

/** Our own numbers: groups that hold for any order of votes and names, or the answer that there are none. */
export function placardReport(
	ballots: Ballots,
	effort: Partial<Effort> = {},
	given?: Grouping
): PlacardReport {
	const order = canonical(ballots);
	const choice = choose(order.ballots, {
		...usual,
		...effort,
		...(given ? { shuffles: 0, resamples: 0 } : {})
	});
	const map = inOrderOfIds(choice.map, order);
	const grouping = given ?? groupingOf(ballots, choice, order.people);
	const statistics = statisticsOf(ballots, grouping, map.extremity);
	return {
		profile: 'placard',
		seed: effort.seed ?? usual.seed,
		because: given ? 'given' : choice.because,
		ballots,
		map,
		grouping,
		confidence: given ? undefined : confidenceOf(ballots, choice, order.people),
		choice,
		order: order.people,
		statistics,
		lists: listsOf(ballots, grouping, statistics)
	};
}

export function listsOf(ballots: Ballots, grouping: Grouping, { counts }: Statistics): Lists {
	const { out } = ballots;
	return {
		maximin: { agree: maximin(counts, out, 'agree'), disagree: maximin(counts, out, 'disagree') },
		geometric: {
			agree: geometricConsensus(counts, out, 'agree'),
			disagree: geometricConsensus(counts, out, 'disagree')
		},
		divisive: divisive(counts, out),
		slate: slate(ballots, grouping, counts)
	};
}

/** Without separate groups, everybody in the conversation is one. */
function groupingOf({ people }: Ballots, { members, division }: Choice, order: Int32Array): Grouping {
	const of = new Int8Array(people.length).fill(-1);
	members.forEach((member, at) => (of[order[member]!] = division ? division.of[at]! : 0));
	return lettered(of, members.length ? (division?.k ?? 1) : 0);
}

function confidenceOf({ people }: Ballots, { members, membership, division }: Choice, order: Int32Array) {
	if (!membership || !division) return undefined;
	const confidence = new Float64Array(people.length).fill(NaN);
	members.forEach((member, at) => (confidence[order[member]!] = membership.ofPerson[at]!));
	return confidence;
}

type Order = { people: Int32Array; statements: Int32Array };

function inOrderOfIds({ axes, means, people, statements, extremity }: OpinionMap, order: Order): OpinionMap {
	const [person, statement] = [inverse(order.people), inverse(order.statements)];
	const one = (values: Float64Array) => Float64Array.from(statement, (at) => values[at]!);
	const two = (values: Float64Array, rank: Int32Array) =>
		Float64Array.from({ length: values.length }, (_, at) => values[2 * rank[at >> 1]! + (at & 1)]!);
	return {
		axes: { ...axes, first: one(axes.first), second: one(axes.second) },
		means: one(means),
		people: two(people, person),
		statements: two(statements, statement),
		extremity: one(extremity)
	};
}
