import { ballotsFrom, type Ballots } from '../ballots.ts';
import { randomFrom } from '#packages/common';
import { columnsFrom, votesOf } from './conversations.ts';
import type { SlowVote } from './slow.ts';

/** People of a few minds: those of one mind agree with the same statements, but for `noise`, and vote on a part of them. */
export function madeUp(minds: number[], statements: number, noise: number, seed: number): SlowVote[] {
	const random = randomFrom(seed);
	const views = minds.map(() => Array.from({ length: statements }, () => (random() < 0.5 ? 1 : -1)));
	const people = minds.flatMap((size, mind) => Array.from({ length: size }, () => mind));
	return people.flatMap((mind, person) =>
		views[mind]!.flatMap((view, statement): SlowVote[] => {
			if (random() < 0.3) return [];
			const vote = random() < noise ? ((Math.floor(random() * 3) - 1) as -1 | 0 | 1) : (view as -1 | 1);
			return [{ person: String(person), statement: String(statement), vote }];
		})
	);
}

/** The same votes in another order, people and statements under other names; `back` has the old name of each new one. */
export function disguised(ballots: Ballots, seed: number) {
	const random = randomFrom(seed, 5);
	const shuffledNames = (ids: readonly string[]) => {
		const names = mixed(ids, random);
		return new Map(ids.map((id, at) => [id, `x${names[at]!}`]));
	};
	const [people, statements] = [shuffledNames(ballots.people), shuffledNames(ballots.statements)];
	const votes = mixed(votesOf(ballots), random).map(({ person, statement, vote }) => ({
		person: people.get(person)!,
		statement: statements.get(statement)!,
		vote
	}));
	const named = (flags: Uint8Array) =>
		new Set(ballots.statements.filter((_, at) => flags[at]).map((id) => statements.get(id)!));
	const moderation = { out: named(ballots.out), meta: named(ballots.meta) };
	return { ballots: ballotsFrom(columnsFrom(votes), moderation), people, statements };
}

export function mixed<Item>(items: readonly Item[], random: () => number): Item[] {
	const list = [...items];
	for (let at = list.length - 1; at > 0; at--) {
		const other = Math.floor(random() * (at + 1));
		[list[at], list[other]] = [list[other]!, list[at]!];
	}
	return list;
}
