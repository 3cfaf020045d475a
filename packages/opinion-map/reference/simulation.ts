import type { Ballots, Vote } from '../ballots.ts';
import { LiveConversation, type Adopted } from '../live/conversation.ts';
import { randomFrom, type Random } from '#packages/common';
import { mixed } from './worlds.ts';

/** Who shows what next: a statement out of those that this person truly voted on and was not shown yet. */
export type Router = (
	live: LiveConversation,
	person: string,
	left: readonly string[],
	random: Random
) => string;

export const ours: Router = (live, person, left, random) =>
	live.nextStatement(person, Math.floor(random() * 2 ** 31), new Set(left))!.statement;

/** As Polis does: by its priority. */
export const polis: Router = (live, _, left, random) => {
	const weights = left.map((statement) => live.numbers(statement).priority);
	let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
	let at = 0;
	while (at + 1 < left.length && rest >= weights[at]!) rest -= weights[at++]!;
	return left[at]!;
};

/** A real conversation held once more, thirty votes a person at most, people taking turns by lot (goal G10). */
export function simulate(ballots: Ballots, adopted: Adopted, router: Router, seed: number, each = 30) {
	const random = randomFrom(seed, 9);
	const true_ = truth(ballots, adopted);
	const live = new LiveConversation();
	live.adopt(adopted);
	for (const statement of ballots.statements) live.moderate(statement, {});
	const left = new Map(ballots.people.map((person) => [person, new Map(votesOf(ballots, person))]));
	const turns = mixed(
		ballots.people.flatMap((person) => Array.from({ length: each }, () => person)),
		random
	);
	const seen = new Map(ballots.statements.map((statement) => [statement, 0]));
	for (const person of turns) {
		const votes = left.get(person)!;
		if (!votes.size) continue;
		const statement = router(live, person, [...votes.keys()], random);
		live.add(person, statement, votes.get(statement)!);
		votes.delete(statement);
		seen.set(statement, seen.get(statement)! + 1);
	}
	const exposures = [...seen.values()].sort((a, b) => a - b);
	const errors = ballots.statements.map((one) => Math.abs(live.numbers(one).groupInformed - true_.get(one)!));
	return {
		least: exposures[0]!,
		median: exposures[exposures.length >> 1]!,
		error: errors.reduce((sum, error) => sum + error, 0) / errors.length
	};
}

function truth(ballots: Ballots, adopted: Adopted): Map<string, number> {
	const live = new LiveConversation();
	live.adopt(adopted);
	for (const person of ballots.people)
		for (const [statement, vote] of votesOf(ballots, person)) live.add(person, statement, vote);
	return new Map(ballots.statements.map((one) => [one, live.numbers(one).groupInformed]));
}

function votesOf(
	{ people, statements, starts, statementOf, votes }: Ballots,
	person: string
): [string, Vote][] {
	const at = people.indexOf(person);
	return Array.from({ length: starts[at + 1]! - starts[at]! }, (_, offset) => [
		statements[statementOf[starts[at]! + offset]!]!,
		votes[starts[at]! + offset] as Vote
	]);
}
