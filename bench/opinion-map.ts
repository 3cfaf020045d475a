import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	adoptable,
	ballotsFrom,
	classicReport,
	LiveConversation,
	mapOf,
	placardReport
} from '#packages/opinion-map';
import { madeUpColumns } from '../packages/opinion-map/bench/made-up.ts';
import { percentile } from './measure.ts';
import { asMarkdown, milliseconds, seconds, times, type Part } from './table.ts';

const [people, statements, votes] = [2_000, 1_000, 225_000];
const folder = 'packages/opinion-map/bench';
const columns = madeUpColumns(people, statements, votes);

/** A conversation of the size of the largest published one, made up; ours beside a plain peer in the same run. */
export function opinionMap(): Part {
	const ballots = ballotsFrom(columns);
	const untested = { shuffles: 0, resamples: 0 };
	placardReport(ballots, untested);
	const cold = cpu(() => placardReport(ballotsFrom(columns), untested));
	const row = (what: string, spent: number) => [what, milliseconds(spent), times(spent / cold)];
	return {
		title: 'Opinion map',
		how: `CPU of one process for ${people} people, ${statements} statements and ${votes} votes. ${quoted}`,
		head: ['what', 'CPU', 'to map, groups and lists'],
		rows: [
			row('map, groups for every number of groups, lists', cold),
			row(
				'the map alone, as after each batch of votes',
				cpu(() => mapOf(ballots))
			),
			row(
				'the same by Polis’s rules (classic)',
				cpu(() => classicReport(ballotsFrom(columns)))
			),
			row(
				'with chance test and a hundred resamples',
				cpu(() => placardReport(ballots))
			),
			row(
				'a hundred resamples, and no chance test',
				cpu(() => placardReport(ballots, { shuffles: 0 }))
			),
			...plainPeer().map((spent) => row('a plain peer in numpy: map and groups only', spent)),
			...live(),
			...large(),
			...flat()
		]
	};
}

const quoted =
	'The best peers could not be installed here. As quoted from their measurement on bowling-green (2,031 × 896), all CPU seconds of one run on another machine: red-dwarf 0.80, delphi 1.87, delphi after one more vote 1.61, a numpy script of the classic rules 0.5.';

function cpu(work: () => unknown): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}

/** Where there is a Python with numpy. */
function plainPeer(): number[] {
	const own = mkdtempSync(path.join(tmpdir(), 'opinion-map-'));
	const file = path.join(own, 'votes');
	const vote = Int32Array.from(columns.vote);
	writeFileSync(
		file,
		Buffer.concat([columns.person, columns.statement, vote].map((one) => Buffer.from(one.buffer)))
	);
	const found = spawnSync('python3', [`${folder}/plain.py`, file, String(people), String(statements)], {
		encoding: 'utf8',
		env: { ...process.env, OPENBLAS_NUM_THREADS: '1' }
	});
	rmSync(own, { recursive: true });
	return found.status === 0 ? [Number(found.stdout) * 1000] : [];
}

/** A vote with all that follows at once: counts, every list, the numbers of the statement, the next one. */
function live(): string[][] {
	const talk = new LiveConversation();
	talk.adopt(adoptable(placardReport(ballotsFrom(columns), { shuffles: 0, resamples: 0 })));
	columns.vote.forEach((vote, at) => talk.add(person(at), String(columns.statement[at]), vote as -1 | 0 | 1));
	const took = Array.from({ length: 5000 }, (_, at) => {
		const before = process.cpuUsage();
		talk.add(person(at), String(columns.statement[at + 7]), 1);
		for (let group = 0; group < 3; group++) talk.representative(group);
		talk.consensus('agree');
		talk.numbers(String(columns.statement[at + 7]));
		talk.nextStatement(person(at), at);
		const { user, system } = process.cpuUsage(before);
		return (user + system) / 1000;
	});
	const figure = (share: number) => `${percentile(took, share).toFixed(2)} ms`;
	return [['a vote and all that follows at once: p50, p95', `${figure(0.5)}, ${figure(0.95)}`, '']];
}

const person = (at: number) => String(columns.person[at]);

type Large = { wall: number; cpu: number; blocked: number; same: boolean; k: number; memory: number };

function large(): string[][] {
	const found = JSON.parse(child('scale.ts')) as Large;
	const bytes = found.same ? 'the same bytes twice' : 'NOT the same bytes twice';
	return [
		[
			`20,000 people, 2,000 statements, 2 million votes, all tests, in the thread: ${bytes}, ${found.k} groups`,
			`${seconds(found.cpu)} (${seconds(found.wall)} by the clock)`,
			`${found.memory.toFixed(0)} MB at most`
		],
		['the same: the longest turn of the caller’s event loop', milliseconds(found.blocked), '']
	];
}

function flat(): string[][] {
	const held = JSON.parse(child('flat.ts', '--expose-gc')) as number[];
	const figures = held.map((one) => one.toFixed(1)).join(', ');
	return [['a million votes one by one: held after each quarter', `${figures} MB`, '']];
}

function child(file: string, ...flags: string[]): string {
	return execFileSync(process.execPath, [...flags, path.join(folder, file)], { encoding: 'utf8' });
}

if (import.meta.main) console.log(asMarkdown(opinionMap()));
