import type { Ballots } from '../ballots.ts';
import { smallestShown } from '../drawing/shown.ts';
import type { Grouping } from '../grouping.ts';
import { idValue } from '../ids.ts';
import { inConversation } from '../participants.ts';
import { countsOfAll } from '../statistics/counts.ts';
import { csvText } from '#packages/common';
import type { Statement } from './read-statements.ts';

export type OpenData = {
	ballots: Ballots;
	grouping: Grouping;
	statements: readonly Statement[];
	/** Whose group is sure enough to be shown, from 0 to 1; everybody's where it is absent. */
	confidence?: Float64Array | undefined;
	topic: string;
	url?: string;
	description?: string;
};

type Row = (string | number)[];

/**
 * The files in which Polis publishes conversations, for others to read. The last vote of each person only, and no times:
 * who voted when often tells who it was. Small groups and people between groups have no group there.
 */
export function openDataFiles(data: OpenData): Record<string, string> {
	return {
		'summary.csv': csvText(summaryRows(data)),
		'comments.csv': csvText(commentRows(data)),
		'votes.csv': csvText(voteRows(data.ballots)),
		'participants-votes.csv': csvText(participantRows(data))
	};
}

function summaryRows({ ballots, grouping, statements, topic, url = '', description = '' }: OpenData): Row[] {
	return [
		['topic', topic],
		['url', url],
		['voters', ballots.people.length],
		['voters-in-conv', inConversation(ballots).length],
		['commenters', new Set(statements.map(({ author }) => author)).size],
		['comments', Math.max(statements.length, ballots.statements.length)],
		['groups', grouping.names.length],
		['conversation-description', description]
	];
}

const states = { rejected: -1, waiting: 0, accepted: 1 };

function commentRows({ ballots, statements }: OpenData): Row[] {
	const place = new Map(ballots.statements.map((id, at) => [id, at]));
	const { agree, disagree } = countsOfAll(ballots);
	const rows = statements.map(({ id, text, created, author, moderated, isMeta, isSeed }): Row => {
		const at = place.get(id) ?? -1;
		const datetime = created === undefined ? '' : new Date(created).toISOString();
		const written: Row = [created ?? '', datetime, idValue(id), idValue(author)];
		return [
			...written,
			agree[at] ?? 0,
			disagree[at] ?? 0,
			states[moderated],
			String(isMeta),
			String(isSeed),
			text
		];
	});
	const first =
		'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body';
	return [first.split(','), ...rows];
}

function voteRows({ people, statements, starts, statementOf, votes }: Ballots): Row[] {
	const rows: Row[] = [['timestamp', 'datetime', 'comment-id', 'voter-id', 'vote']];
	people.forEach((id, person) => {
		for (let at = starts[person]!; at < starts[person + 1]!; at++)
			rows.push(['', '', idValue(statements[statementOf[at]!]!), idValue(id), votes[at]!]);
	});
	return rows;
}

function participantRows({ ballots, grouping, statements, confidence }: OpenData): Row[] {
	const written = new Map<string, number>();
	for (const { author } of statements) written.set(author, (written.get(author) ?? 0) + 1);
	const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
	const rows = ballots.people.map((id, person): Row => {
		const own = ballots.votes.subarray(ballots.starts[person], ballots.starts[person + 1]);
		const counts = [
			own.length,
			own.filter((vote) => vote === 1).length,
			own.filter((vote) => vote === -1).length
		];
		const group = groupShown(grouping, confidence, person);
		return [idValue(id), group, written.get(id) ?? 0, ...counts, ...cells(ballots, person)];
	});
	return [[...head, ...ballots.statements.map(idValue)], ...rows];
}

function groupShown(
	{ of, sizes }: Grouping,
	confidence: Float64Array | undefined,
	person: number
): string | number {
	const group = of[person]!;
	const isUnsure = confidence !== undefined && !(confidence[person]! >= 0.8);
	return group < 0 || isUnsure || sizes[group]! < smallestShown ? '' : group;
}

function cells({ statements, starts, statementOf, votes }: Ballots, person: number): Row {
	const row: Row = statements.map(() => '');
	for (let at = starts[person]!; at < starts[person + 1]!; at++) row[statementOf[at]!] = votes[at]!;
	return row;
}
