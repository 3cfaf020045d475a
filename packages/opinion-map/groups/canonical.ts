import type { Ballots } from '../ballots.ts';
import { inverse } from '../ids.ts';

/**
 * People and statements in an order that the votes alone decide, so that names and the order of rows change nothing, down
 * to the last bit: each is described by a number made from its votes, then from the descriptions of what it is tied to,
 * again and again (colour refinement, Weisfeiler and Leman 1968). Ids decide only between those who are then still alike.
 */
export function canonical(ballots: Ballots): {
	ballots: Ballots;
	people: Int32Array;
	statements: Int32Array;
} {
	const { people, statements } = described(ballots);
	const [byPeople, byStatements] = [orderOf(people), orderOf(statements)];
	return { ballots: reordered(ballots, byPeople, byStatements), people: byPeople, statements: byStatements };
}

/** A description is two numbers of 32 bits. */
type Descriptions = { high: Int32Array; low: Int32Array };

const rounds = 8;

function described(ballots: Ballots) {
	const people = none(ballots.people.length);
	const statements = none(ballots.statements.length);
	ballots.statements.forEach((_, at) => (statements.high[at] = 1 + ballots.out[at]! + 2 * ballots.meta[at]!));
	let kinds = 0;
	for (let round = 0; round < rounds; round++) {
		refine(ballots, people, statements);
		const now = kindsOf(people) + kindsOf(statements);
		if (now === kinds) break;
		kinds = now;
	}
	return { people, statements };
}

function none(size: number): Descriptions {
	return { high: new Int32Array(size), low: new Int32Array(size) };
}

/** What one learns of the other: sums, so that order does not matter. */
function refine(
	{ starts, statementOf, votes }: Ballots,
	people: Descriptions,
	statements: Descriptions
): void {
	const ofPeople = none(people.high.length);
	const ofStatements = none(statements.high.length);
	for (let person = 0; person + 1 < starts.length; person++) {
		for (let at = starts[person]!; at < starts[person + 1]!; at++) {
			const statement = statementOf[at]!;
			const vote = votes[at]! + 2;
			ofPeople.high[person]! += mixed(statements.high[statement]!, vote);
			ofPeople.low[person]! += mixed(statements.low[statement]!, vote + 4);
			ofStatements.high[statement]! += mixed(people.high[person]!, vote + 8);
			ofStatements.low[statement]! += mixed(people.low[person]!, vote + 12);
		}
	}
	take(people, ofPeople);
	take(statements, ofStatements);
}

function take(descriptions: Descriptions, learned: Descriptions): void {
	for (let at = 0; at < descriptions.high.length; at++) {
		descriptions.high[at] = mixed(descriptions.high[at]!, learned.high[at]!);
		descriptions.low[at] = mixed(descriptions.low[at]! + 1, learned.low[at]! ^ learned.high[at]!);
	}
}

/** The finisher of MurmurHash3 over both. */
function mixed(one: number, other: number): number {
	let mix = Math.imul(one ^ Math.imul(other, 0x9e3779b1), 0x85ebca6b);
	mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
	return mix ^ (mix >>> 16);
}

/** Both halves in one number that compares as they do; 53 bits are enough to tell kinds apart. */
function keysOf({ high, low }: Descriptions): Float64Array {
	return Float64Array.from(high, (half, at) => (half >>> 0) * 0x20_0000 + (low[at]! >>> 11));
}

function kindsOf(descriptions: Descriptions): number {
	return new Set(keysOf(descriptions)).size;
}

function orderOf(descriptions: Descriptions): Int32Array {
	const keys = keysOf(descriptions);
	return Int32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** These people and statements in this order; people may be left out. */
export function reordered(ballots: Ballots, people: Int32Array, statements: Int32Array): Ballots {
	const rank = inverse(statements);
	const starts = new Int32Array(people.length + 1);
	people.forEach((person, place) => {
		starts[place + 1] = starts[place]! + ballots.starts[person + 1]! - ballots.starts[person]!;
	});
	const statementOf = new Int32Array(starts[people.length]!);
	const votes = new Int8Array(statementOf.length);
	people.forEach((person, place) => {
		const [from, to] = [ballots.starts[person]!, ballots.starts[person + 1]!];
		const row = Float64Array.from(
			{ length: to - from },
			(_, at) => rank[ballots.statementOf[from + at]!]! * 4 + ballots.votes[from + at]! + 1
		).sort();
		const start = starts[place]!;
		row.forEach((pair, at) => {
			statementOf[start + at] = Math.floor(pair / 4);
			votes[start + at] = (pair % 4) - 1;
		});
	});
	const ids = (all: readonly string[], order: Int32Array) => Array.from(order, (at) => all[at]!);
	return {
		people: ids(ballots.people, people),
		statements: ids(ballots.statements, statements),
		starts,
		statementOf,
		votes,
		out: Uint8Array.from(statements, (at) => ballots.out[at]!),
		meta: Uint8Array.from(statements, (at) => ballots.meta[at]!)
	};
}
