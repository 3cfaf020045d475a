import { readFileSync } from 'node:fs';
import path from 'node:path';
import { below, randomFrom } from '#packages/common';
import {
	cohortReport,
	readApplications,
	readCall,
	type Applicant,
	type CohortCall
} from '#packages/selection';
import { byPairs, bySwaps } from '../packages/selection/bench/peers.ts';
import { bestCohorts } from '../packages/selection/cohort/best.ts';
import { compile } from '../packages/selection/problem/compile.ts';
import { asMarkdown, seconds, type Part } from './table.ts';

const folder = 'packages/selection/examples';
const calls = ['seed_five_of_50', 'ten_of_50', 'twentyfive_of_50', 'ten_of_200_international'];
const starts = 3;
/** What the pair model is given, by the clock. */
const patience = 10;

/** A cohort found and proven, beside how it is mostly looked for, in the same run. */
export async function selection(): Promise<Part> {
	const rows = [];
	for (const name of calls) rows.push(await rowOf(name, callIn(name)));
	rows.push(await rowOf('a thousand made from the last', shuffledFrom(callIn(calls.at(-1)!))));
	return {
		title: 'Selection',
		how:
			'CPU of this process. The four best cohorts, each proven; the whole report has all swaps, the price of every rule and 25 exact answers with moved scores. ' +
			`Swap local search from ${starts} starts, and the pair model with ${patience} s of the clock: by how much the best they found falls short, and the pair model’s open gap.`,
		head: [
			'call',
			'four best, proven',
			'whole report',
			'local search',
			'falls short by',
			'pair model',
			'falls short by',
			'open gap'
		],
		rows
	};
}

type Call = { call: CohortCall; applicants: Applicant[] };

function callIn(name: string): Call {
	const text = (file: string) => readFileSync(path.join(folder, name, file), 'utf8');
	const call = readCall(text('instance.json'));
	const applicants = readApplications(text('applications.csv'), Object.keys(call.attributes), call.topics);
	return { call, applicants: [...applicants] };
}

/** A thousand people put together from those of a call: each column from somebody else. */
function shuffledFrom({ call, applicants }: Call): Call {
	const random = randomFrom(1);
	const any = () => applicants[below(applicants.length, random)]!;
	const attributes = () =>
		Object.fromEntries(Object.keys(call.attributes).map((name) => [name, any().attributes[name]!]));
	const people = Array.from({ length: 1_000 }, (_, number) => {
		const { offers, needs } = any();
		const { score, scoreError } = any();
		const { groups } = any();
		return {
			id: `p${number}`,
			attributes: attributes(),
			groups,
			offers,
			needs,
			score,
			scoreError,
			isEligible: true
		};
	});
	return { call: { ...call, exclusions: [], lockedIn: [], ruledOut: [] }, applicants: people };
}

async function rowOf(name: string, { call, applicants }: Call): Promise<string[]> {
	const compiled = compile(call, applicants);
	await bestCohorts(compiled);
	const ours = await spent(() => bestCohorts(compiled, { count: 4 }));
	const report = await spent(() => cohortReport(call, applicants));
	const best = ours.answer.cohorts[0]!.objective;
	if (!ours.answer.isProven) throw new Error(`${name} is not proven`);
	const isSmall = applicants.length <= 200;
	// Of 200 people the pairs make 36,000 rows, and HiGHS does not look at the clock for minutes.
	const isTiny = applicants.length <= 50;
	const local = isSmall ? await spent(() => bySwaps(compiled, starts)) : undefined;
	const pairs = isTiny ? await spent(() => byPairs(compiled, patience)) : undefined;
	const short = (worth: number | undefined) =>
		worth === undefined ? 'not tried' : `${((100 * (best - worth)) / best).toFixed(2)} %`;
	return [
		`${name}: ${call.size} of ${compiled.people.length}`,
		seconds(ours.cpu),
		seconds(report.cpu),
		local ? seconds(local.cpu) : 'not tried',
		short(local?.answer),
		pairs ? seconds(pairs.cpu) : 'not tried',
		short(pairs?.answer.worth),
		pairs ? `${((100 * (pairs.answer.bound - pairs.answer.worth)) / best).toFixed(1)} %` : ''
	];
}

async function spent<Answer>(work: () => Answer | Promise<Answer>): Promise<{ cpu: number; answer: Answer }> {
	const before = process.cpuUsage();
	const answer = await work();
	const { user, system } = process.cpuUsage(before);
	return { cpu: (user + system) / 1000, answer };
}

if (import.meta.main) console.log(asMarkdown(await selection()));
