import type { VoteColumns } from '../ballots.ts';
import { randomFrom } from '#packages/common';

/** Votes of three minds, four in ten of them by conviction; who votes on what is drawn by lot. */
export function madeUpColumns(people: number, statements: number, votes: number, seed = 3): VoteColumns {
	const random = randomFrom(seed);
	const below = (limit: number) => Math.floor(random() * limit);
	const views = Array.from({ length: 3 }, () =>
		Int8Array.from({ length: statements }, () => 1 - 2 * below(2))
	);
	const person = new Int32Array(votes);
	const statement = new Int32Array(votes);
	const vote = new Int8Array(votes);
	for (let at = 0; at < votes; at++) {
		person[at] = below(people);
		statement[at] = below(statements);
		vote[at] = random() < 0.6 ? below(3) - 1 : views[person[at]! % 3]![statement[at]!]!;
	}
	const ids = (size: number) => Array.from({ length: size }, (_, at) => String(at));
	return { people: ids(people), statements: ids(statements), person, statement, vote };
}
