import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
	ballotsFrom,
	classicAnswer,
	classicReport,
	drawMap,
	groupingGiven,
	openDataFiles,
	placardAnswer,
	placardReport,
	readGroups,
	readStatements,
	refuseTurnedSigns,
	type Ballots,
	type ClassicReport,
	type GivenGroups,
	type Grouping,
	type Moderation,
	type PlacardReport,
	type Statement,
	type VoteColumns
} from '#packages/opinion-map';
import { readTextFile, readVotesFile } from '../packages/opinion-map/read.ts';
import { answer, exit, say, Unusable, type Verb } from './answer.ts';
import { madeOf } from './read-text.ts';

export const opinionMap: Verb = {
	summary: 'Finds where people agree and where they differ, from votes on statements',
	usage:
		'VOTES.csv [--statements FILE] [--profile placard|classic] [--groups FILE.json] [--seed N] [--out FILE] [--svg FILE] [--export DIR]',
	details: `
  VOTES.csv          timestamp,participant,statement,vote with agree 1, disagree -1, pass 0; or votes.csv or
                     participants-votes.csv as Polis publishes them; - reads standard input
  --statements FILE  statements.csv, or comments.csv as Polis publishes it: what moderators rejected or marked as being
                     about the person stays out of the map and the lists
  --profile NAME     placard (default): groups that hold for any order of votes, or none; classic: Polis's rules, number
                     for number
  --groups FILE      takes the groups as given, like {"groups": {"participant": group}, "mod_out": [], "meta": []}
  --seed N           a whole number; the same seed gives the same answer (default: 1)
  --out FILE         where the answer goes (default: standard output)
  --svg FILE         also draws the map; groups of fewer than five people are not in it
  --export DIR       also writes the conversation in the files in which Polis publishes: no times, no small groups

The answer names a group for each person: it is a working file, not one to publish.`,
	async run(args) {
		const asked = argumentsOf(args);
		const columns = await usable(asked.votes, () => readVotesFile(asked.votes));
		const statements = asked.statements ? await textOf(asked.statements, readStatements) : [];
		const given = asked.groups ? await textOf(asked.groups, readGroups) : undefined;
		const ballots = ballotsFrom(columns, moderationOf(statements, given));
		tellReplaced(columns, ballots, asked.votes);
		await usable(asked.votes, async () => refuseTurnedSigns(ballots, statements));
		const grouping = given && groupingOf(ballots, given, asked.groups!);
		const report =
			asked.profile === 'classic'
				? classicReport(ballots, grouping)
				: placardReport(ballots, { seed: asked.seed }, grouping);
		if (asked.svg) await writeFile(asked.svg, drawMap(report));
		if (asked.export) await exportTo(asked.export, report, statements);
		await give(JSON.stringify({ ...answerOf(report), ...textsOf(statements) }), asked.out);
		return exit.done;
	}
};

const profiles = ['placard', 'classic'];

function argumentsOf(args: string[]) {
	const text = { type: 'string' } as const;
	const options = {
		statements: text,
		profile: text,
		groups: text,
		seed: text,
		out: text,
		svg: text,
		export: text
	};
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [votes, more] = positionals;
	if (votes === undefined || more !== undefined)
		throw new Unusable(
			'opinion-map needs one file of votes, or - for standard input. See placard opinion-map --help.'
		);
	const { profile = 'placard', seed = '1' } = values;
	if (!profiles.includes(profile))
		throw new Unusable(`The profile is "${profile}"; expected placard or classic.`);
	if (!/^\d{1,15}$/.test(seed)) throw new Unusable(`The seed is "${seed}"; expected a whole number.`);
	return { ...values, votes, profile, seed: Number(seed) };
}

async function textOf<Read>(file: string, read: (text: string) => Read): Promise<Read> {
	return usable(file, async () => read(await readTextFile(file)));
}

async function usable<Read>(file: string, work: () => Promise<Read>): Promise<Read> {
	try {
		return await madeOf(file, work);
	} catch (error) {
		const { code = '' } = error as NodeJS.ErrnoException;
		if (code in unreadable) throw new Unusable(`${file}: ${unreadable[code]}; a file was expected.`);
		throw error;
	}
}

const unreadable: Record<string, string> = {
	ENOENT: 'there is no such file',
	EACCES: 'it may not be read',
	EISDIR: 'it is a folder'
};

/** Rejected by moderators, and about the person: as the groups' file says, where it says so, else the statements'. */
function moderationOf(statements: Statement[], given?: GivenGroups): Moderation {
	const ids = (test: (statement: Statement) => boolean) =>
		new Set(statements.filter(test).map(({ id }) => id));
	return {
		out: given?.out ?? ids(({ moderated, isMeta }) => moderated === 'rejected' || isMeta),
		meta: given?.meta ?? ids(({ isMeta }) => isMeta)
	};
}

function tellReplaced(columns: VoteColumns, ballots: Ballots, file: string): void {
	const replaced = columns.vote.length - ballots.votes.length;
	if (replaced)
		say(`${file}: ${replaced} votes were replaced by a later vote of the same person on the same statement.`);
}

function groupingOf(ballots: Ballots, given: GivenGroups, file: string): Grouping {
	const grouping = groupingGiven(ballots, given);
	if (!grouping.names.length)
		throw new Unusable(`${file}: nobody in it has a vote; expected groups of the people who voted.`);
	return grouping;
}

/** So that whoever reads the lists need not look statements up. */
function textsOf(statements: Statement[]): object {
	return statements.length ? { texts: Object.fromEntries(statements.map(({ id, text }) => [id, text])) } : {};
}

function answerOf(report: ClassicReport | PlacardReport): object {
	return report.profile === 'classic' ? classicAnswer(report) : placardAnswer(report);
}

async function exportTo(
	folder: string,
	report: ClassicReport | PlacardReport,
	statements: Statement[]
): Promise<void> {
	await mkdir(folder, { recursive: true });
	for (const [name, text] of Object.entries(openDataFiles({ ...report, statements, topic: 'Conversation' })))
		await writeFile(path.join(folder, name), text);
}

async function give(json: string, out: string | undefined): Promise<void> {
	if (out === undefined) answer(json);
	else await writeFile(out, `${json}\n`);
}
