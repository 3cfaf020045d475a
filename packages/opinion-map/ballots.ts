import { ascending, inverse } from './ids.ts';

export type Vote = -1 | 0 | 1;

/** Votes as they came, one after the other: who, on what, which (agree 1, disagree -1, pass 0). */
export type VoteColumns = {
	readonly people: readonly string[];
	readonly statements: readonly string[];
	readonly person: Int32Array;
	readonly statement: Int32Array;
	readonly vote: Int8Array;
};

/** What moderators said. A statement that is in neither list is accepted. */
export type Moderation = {
	/** Rejected, or about the person and not an opinion: stays out of the map and of every list. */
	readonly out?: ReadonlySet<string>;
	/** About the person and not an opinion ("I am under 30"). */
	readonly meta?: ReadonlySet<string>;
	/** Not looked at yet where every statement has to be: as if it were not there. */
	readonly waiting?: ReadonlySet<string>;
};

/**
 * The last vote of everybody on everything, person by person. The votes of person `p` stand at `starts[p]` up to
 * `starts[p + 1]`, their statements ascending.
 */
export type Ballots = {
	readonly people: readonly string[];
	readonly statements: readonly string[];
	readonly starts: Int32Array;
	readonly statementOf: Int32Array;
	readonly votes: Int8Array;
	readonly out: Uint8Array;
	readonly meta: Uint8Array;
};

/** People and statements ascending by id; a later vote replaces an earlier one; whoever has no vote is left out. */
export function ballotsFrom(given: VoteColumns, moderation: Moderation = {}): Ballots {
	const columns = moderation.waiting?.size ? without(given, moderation.waiting) : given;
	const rows = sorted(columns);
	const used = compacted(columns, rows);
	const { statements } = used;
	return {
		...used,
		out: flags(statements, (id) => Boolean(moderation.out?.has(id) || moderation.meta?.has(id))),
		meta: flags(statements, (id) => Boolean(moderation.meta?.has(id)))
	};
}

function without(columns: VoteColumns, waiting: ReadonlySet<string>): VoteColumns {
	const kept = Int32Array.from(columns.vote.keys()).filter(
		(row) => !waiting.has(columns.statements[columns.statement[row]!]!)
	);
	const pick = (all: Int32Array) => kept.map((row) => all[row]!);
	const vote = Int8Array.from(kept, (row) => columns.vote[row]!);
	return { ...columns, person: pick(columns.person), statement: pick(columns.statement), vote };
}

function flags(ids: readonly string[], test: (id: string) => boolean): Uint8Array {
	return Uint8Array.from(ids, (id) => Number(test(id)));
}

/** The rows ordered by person, then statement, then as they came. */
function sorted({ people, statements, person, statement }: VoteColumns) {
	const personRank = inverse(ascending(people));
	const statementRank = inverse(ascending(statements));
	const byStatement = countingSort(undefined, (row) => statementRank[statement[row]!]!, statements.length, {
		count: statement.length
	});
	return countingSort(byStatement, (row) => personRank[person[row]!]!, people.length, {
		count: person.length
	});
}

function countingSort(
	rows: Int32Array | undefined,
	key: (row: number) => number,
	keys: number,
	{ count }: { count: number }
): Int32Array {
	const places = new Int32Array(keys + 1);
	for (let row = 0; row < count; row++) places[key(row) + 1]!++;
	for (let at = 0; at < keys; at++) places[at + 1]! += places[at]!;
	const result = new Int32Array(count);
	for (let at = 0; at < count; at++) {
		const row = rows ? rows[at]! : at;
		result[places[key(row)]!++] = row;
	}
	return result;
}

/** Whoever and whatever has votes, numbered anew in ascending order, with the last vote of each pair. */
function compacted({ people, statements, person, statement, vote }: VoteColumns, rows: Int32Array) {
	const isLast = (at: number) =>
		at + 1 === rows.length ||
		person[rows[at]!] !== person[rows[at + 1]!] ||
		statement[rows[at]!] !== statement[rows[at + 1]!];
	const last = rows.filter((_, at) => isLast(at));
	const [who, what] = [numbered(people, person), numbered(statements, statement)];
	const starts = new Int32Array(who.ids.length + 1);
	for (const row of last) starts[who.rank[person[row]!]! + 1]!++;
	for (let at = 0; at < who.ids.length; at++) starts[at + 1]! += starts[at]!;
	return {
		people: who.ids,
		statements: what.ids,
		starts,
		statementOf: last.map((row) => what.rank[statement[row]!]!),
		votes: Int8Array.from(last, (row) => vote[row]!)
	};
}

function numbered(ids: readonly string[], column: Int32Array) {
	const isUsed = new Uint8Array(ids.length);
	for (const at of column) isUsed[at] = 1;
	const order = ascending(ids).filter((at) => isUsed[at]);
	const rank = new Int32Array(ids.length);
	order.forEach((at, place) => (rank[at] = place));
	return { ids: Array.from(order, (at) => ids[at]!), rank };
}
