import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { ballotsFrom, type Ballots, type VoteColumns } from '../ballots.ts';
import { readGroups } from '../votes/read-groups.ts';
import { readStatements } from '../votes/read-statements.ts';
import { readVotes } from '../votes/read-votes.ts';
import type { SlowVote } from './slow.ts';

const folder = path.join(import.meta.dirname, '..', 'examples');

/** A real conversation of the examples. */
export function conversation(name: 'brexit-consensus' | 'london.youth.policing', inFolder = folder) {
	const text = (file: string) => readFileSync(path.join(inFolder, name, file), 'utf8');
	const columns = readVotes(text('votes.csv'));
	const given = readGroups(text('published.json'));
	const { out, meta } = given;
	return {
		columns,
		given,
		statements: readStatements(text('statements.csv')),
		ballots: ballotsFrom(columns, { out: out!, meta: meta! }),
		reference: JSON.parse(text('reference.json')) as Reference
	};
}

export type Reference = {
	pca: { extremity: number[] };
	projection: Record<string, [number, number]>;
	classic_cold: { k: number; groups: Record<string, number> };
	best_kmeans: Record<string, { inertia: number; groups: Record<string, number> }>;
	stats_given_published_groups: {
		repness: Record<string, { tid: number; 'repful-for': string; repness: number; 'p-test': number }[]>;
		consensus: Record<'agree' | 'disagree', { tid: number }[]>;
		group_aware_consensus: Record<string, number>;
		priority: Record<string, number>;
	};
};

export function columnsFrom(votes: readonly SlowVote[]): VoteColumns {
	const numbers = (ids: string[]) => new Map([...new Set(ids)].map((id, at) => [id, at]));
	const people = numbers(votes.map(({ person }) => person));
	const statements = numbers(votes.map(({ statement }) => statement));
	return {
		people: [...people.keys()],
		statements: [...statements.keys()],
		person: Int32Array.from(votes, ({ person }) => people.get(person)!),
		statement: Int32Array.from(votes, ({ statement }) => statements.get(statement)!),
		vote: Int8Array.from(votes, ({ vote }) => vote)
	};
}

/** Votes of a few people on a few statements, with some who change their mind. */
export const anyVotes = (most = 200): fc.Arbitrary<SlowVote[]> =>
	fc.array(
		fc.record({
			person: fc.integer({ min: 0, max: 19 }).map(String),
			statement: fc.integer({ min: 0, max: 9 }).map(String),
			vote: fc.constantFrom(-1 as const, 0 as const, 1 as const)
		}),
		{ minLength: 1, maxLength: most }
	);

export function votesOf(ballots: Ballots): SlowVote[] {
	return ballots.people.flatMap((person, at) =>
		Array.from({ length: ballots.starts[at + 1]! - ballots.starts[at]! }, (_, offset) => ({
			person,
			statement: ballots.statements[ballots.statementOf[ballots.starts[at]! + offset]!]!,
			vote: ballots.votes[ballots.starts[at]! + offset] as -1 | 0 | 1
		}))
	);
}
