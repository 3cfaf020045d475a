import type { Vote, VoteColumns } from '../ballots.ts';
import { GrowingColumns } from './columns.ts';
import { Malformed, columnsOf, csvReader, quoted } from '#packages/common';

const values = new Map<string, Vote>([
	['1', 1],
	['0', 0],
	['-1', -1]
]);

type TakeRow = (fields: string[], line: number) => void;
type Kind = { take: TakeRow; inTimeOrder: boolean };

/**
 * Reads votes in pieces of text. Three files are known by their first line: `timestamp,participant,statement,vote`; the
 * published `votes.csv` (`…,comment-id,voter-id,vote`, ordered by its times); and the published `participants-votes.csv`,
 * a person a row and a statement a column. Agree is 1, disagree -1, pass 0.
 */
export function voteReader() {
	const columns = new GrowingColumns();
	let kind: Kind | undefined;
	const reader = csvReader((fields, line) => {
		if (kind) kind.take(fields, line);
		else kind = kindOf(fields, columns);
	});
	return {
		push: (piece: string) => reader.push(piece),
		end(): VoteColumns {
			reader.end();
			const read = kind?.inTimeOrder ? columns.byTime : columns.asRead;
			if (!kind) throw new Malformed(`it is empty; ${expected}`);
			if (!read.vote.length) throw new Malformed('there are no votes in it; expected a vote on each line');
			return read;
		}
	};
}

export function readVotes(text: string): VoteColumns {
	const reader = voteReader();
	reader.push(text);
	return reader.end();
}

const expected = 'expected a first line with the columns participant, statement and vote';

function kindOf(header: string[], columns: GrowingColumns): Kind {
	const at = columnsOf(header, {
		person: ['participant', 'voter-id'],
		statement: ['statement', 'comment-id'],
		vote: ['vote'],
		time: ['timestamp'],
		counts: ['n-votes'],
		disagrees: ['n-disagree']
	});
	if (at.person >= 0 && at.counts >= 0 && at.vote < 0)
		return { take: matrixRow(header, at, columns), inTimeOrder: false };
	for (const [name, place] of [
		['participant', at.person],
		['statement', at.statement],
		['vote', at.vote]
	] as const)
		if (place < 0) throw new Malformed(`there is no column "${name}"; ${expected}`, 1);
	return { take: voteRow(at, columns), inTimeOrder: header.includes('voter-id') };
}

type Places = { person: number; statement: number; vote: number; time: number };

function voteRow(at: Places, columns: GrowingColumns): TakeRow {
	const needed = Math.max(at.person, at.statement, at.vote) + 1;
	return (fields, line) => {
		if (fields.length < needed)
			throw new Malformed(`it has ${fields.length} columns; expected at least ${needed}`, line);
		const time = at.time < 0 || !fields[at.time] ? NaN : Number(fields[at.time]);
		columns.add(
			idOf(fields[at.person]!, 'participant', line),
			idOf(fields[at.statement]!, 'statement', line),
			voteOf(fields[at.vote]!, line),
			time
		);
	};
}

function matrixRow(
	header: string[],
	at: { person: number; disagrees: number },
	columns: GrowingColumns
): TakeRow {
	const first = at.disagrees + 1;
	const statements = header.slice(first).map((id) => idOf(id, 'statement', 1));
	return (fields, line) => {
		if (fields.length > header.length)
			throw new Malformed(`it has ${fields.length} columns; expected ${header.length}`, line);
		const person = idOf(fields[at.person] ?? '', 'participant', line);
		fields.slice(first).forEach((vote, index) => {
			if (vote.trim() !== '') columns.add(person, statements[index]!, voteOf(vote, line));
		});
	};
}

function voteOf(text: string, line: number): Vote {
	const vote = values.get(text) ?? values.get(text.trim());
	if (vote === undefined)
		throw new Malformed(`the vote is ${quoted(text)}; expected 1 (agree), 0 (pass) or -1 (disagree)`, line);
	return vote;
}

function idOf(text: string, what: string, line: number): string {
	const id = text.trim();
	if (id === '') throw new Malformed(`the ${what} is missing; expected a number or a name`, line);
	if (id.length > 100) throw new Malformed(`the ${what} is ${quoted(id)}; expected a shorter name`, line);
	return id;
}
