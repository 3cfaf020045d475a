import type { CohortReport } from './report.ts';
import type { Compiled } from '../problem/compile.ts';

type Whole = CohortReport & { kind: 'cohort' };

/** Why this cohort, for somebody who never heard of optimisation. */
export function becauseOf(report: Whole): string[] {
	const { parts, members } = report;
	return [
		`Pick two of the ${members.length} members at random: on average they differ on ${percent(parts.difference)} of what counts.`,
		`${percent(parts.match)} of what members wish to learn can be taught by somebody else in the room.`,
		...untaught(report).map(
			({ topic, wishedBy }) => `Nobody in the room can teach ${topic}, which ${named(wishedBy)} wished for.`
		),
		`On average the panel gave these members ${percent(parts.score)} of the highest score.`,
		certainty(report),
		...nextBest(report),
		...cheapestSwap(report),
		...coinTosses(report)
	];
}

/** What the room lacks: topics for an expert session. */
export function untaught({
	compiled: { topics, people },
	members
}: Whole): { topic: string; wishedBy: string[] }[] {
	const inside = new Set(members);
	return topics.flatMap(({ name, taughtBy, wishedBy }) => {
		const without = wishedBy.filter(
			(person) => inside.has(person) && !taughtBy.some((other) => other !== person && inside.has(other))
		);
		return without.length ? [{ topic: name, wishedBy: without.map((person) => people[person]!.id) }] : [];
	});
}

/** What one member brings that nobody else does, and what their place is worth. */
export function memberBecause(report: Whole, person: number): string[] {
	const { compiled, members, swaps } = report;
	const others = members.filter((one) => one !== person);
	const only = compiled.attributes
		.filter(({ of }) => others.every((one) => of[one] !== of[person]))
		.map(({ name, of, values }) => `${name} ${values[of[person]!]!}`);
	const teaches = compiled.topics.filter(
		({ taughtBy, wishedBy }) =>
			taughtBy.includes(person) &&
			wishedBy.some((one) => others.includes(one)) &&
			!others.some((one) => taughtBy.includes(one))
	);
	const swap = swaps.find(({ out, breaks }) => out === person && breaks.length === 0);
	return [
		...(only.length ? [`The only member with ${listed(only)}.`] : []),
		...(teaches.length ? [`The only one who teaches ${listed(teaches.map(({ name }) => name))}.`] : []),
		swap
			? `Taking ${idOf(compiled, swap.in)} instead would cost ${points(-swap.change)}.`
			: 'Nobody could take this place without breaking a rule.'
	];
}

function certainty({ best }: Whole): string {
	return best.isProven
		? 'No other set that keeps the rules is worth more: every one was ruled out.'
		: `This is the best set found in the time given; at most ${points(best.bound - best.cohorts[0]!.objective)} more is possible.`;
}

function nextBest({ best: { cohorts }, members }: Whole): string[] {
	const [first, next] = cohorts;
	if (!next) return [];
	const others = next.members.filter((person) => !members.includes(person)).length;
	return [
		`The next best set has ${others} other member${others === 1 ? '' : 's'} and costs ${points(first!.objective - next.objective)}.`
	];
}

function cheapestSwap({ compiled, swaps }: Whole): string[] {
	const swap = swaps.find(({ breaks }) => breaks.length === 0);
	if (!swap) return [];
	return [
		`The least costly change of one member is ${idOf(compiled, swap.in)} for ${idOf(compiled, swap.out)}: it costs ${points(-swap.change)}.`
	];
}

/** Who keeps their place in fewer than two of three draws. */
function coinTosses({ compiled, members, robustness: { times, draws } }: Whole): string[] {
	const close = members.filter((person) => times[person]! * 3 < draws * 2);
	if (draws === 0 || close.length === 0) return [];
	return [
		`Scores are uncertain: when they are moved by chance within their error, ${named(close.map((person) => idOf(compiled, person)))} keep${close.length === 1 ? 's' : ''} the place in fewer than two of three draws. ${close.length === 1 ? 'This place is' : 'These places are'} near a coin toss.`
	];
}

function named(ids: readonly string[]): string {
	return ids.length > 4 ? `${ids.length} members` : listed(ids);
}

function listed(all: readonly string[]): string {
	return all.length < 2 ? (all[0] ?? '') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}

function idOf({ people }: Compiled, person: number): string {
	return people[person]!.id;
}

function percent(share: number): string {
	return `${Number((100 * share).toFixed(1))} %`;
}

function points(change: number): string {
	const amount = Math.max(0, change);
	if (amount < 0.0005) return 'nothing';
	const shown = amount < 0.01 ? amount.toFixed(3) : amount.toFixed(2);
	return `${Number(shown)} of 100 points`;
}
