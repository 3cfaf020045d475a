import path from 'node:path';
import { parseArgs } from 'node:util';
import {
	cohortAnswer,
	cohortReport,
	readApplications,
	readCall,
	type CohortReport
} from '#packages/selection';
import { answer, answerInto, exit, say, Unusable, type Verb } from './answer.ts';
import { madeOf, readText } from './read-text.ts';
import { stages } from './stages.ts';

export const cohort: Verb = {
	summary: 'Finds the cohort that is worth most by the published weights and rules, and proves it',
	usage: 'DIR [--seed N] [--draws N] [--weights] [--lots SHARE] [--time SECONDS] [--out FILE]',
	details: `
  DIR              a folder with applications.csv and instance.json (packages/selection/README.md says how)
  --seed N         a whole number; the same seed gives the same answer (default: 1)
  --draws N        how many times scores are moved by chance within their error (default: 25)
  --weights        also says what happens when each weight is half as large, or half as large again
  --lots SHARE     also the fairest lottery among all cohorts that are worth as much as the best but for this share, like 0.02;
                   its panels are equally likely, and are what draw commit takes
  --time SECONDS   bounds each search by the solver; an answer that is not proven says so
  --out FILE       where the answer goes (default: standard output)

Exit code 1 when no cohort keeps the rules: the answer names the shortest set of rules that cannot be kept together.
Exit code 3 when time ran out: the answer is the best found so far.`,
	async run(args) {
		const { folder, ...effort } = argumentsOf(args);
		const call = await used(path.join(folder, 'instance.json'), readCall);
		const applicants = await used(path.join(folder, 'applications.csv'), (text) =>
			readApplications(text, Object.keys(call.attributes), call.topics)
		);
		const report = await cohortReport(call, applicants, { ...effort, progress: stages(say) });
		answer(JSON.stringify({ ...cohortAnswer(report), seed: effort.seed }, null, '\t'));
		return exitOf(report);
	}
};

const expected = { largest: 64_000_000, sentence: 'applications or what a call published were expected' };

async function used<Read>(file: string, read: (text: string) => Read): Promise<Read> {
	const text = await readText(file, expected);
	return madeOf(file, () => read(text));
}

function argumentsOf(args: string[]) {
	const text = { type: 'string' } as const;
	const options = {
		seed: text,
		draws: text,
		time: text,
		lots: text,
		out: text,
		weights: { type: 'boolean' }
	} as const;
	const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
	const [folder, more] = positionals;
	if (folder === undefined || more !== undefined)
		throw new Unusable(
			'cohort needs one folder with applications.csv and instance.json. See placard cohort --help.'
		);
	answerInto(values.out);
	return {
		folder,
		seed: whole('seed', values.seed ?? '1', 999_999_999_999_999),
		draws: whole('draws', values.draws ?? '25', 10_000),
		withWeights: values.weights ?? false,
		lots: values.lots === undefined ? undefined : shareIn(values.lots),
		seconds: values.time === undefined ? undefined : whole('time', values.time, 86_400)
	};
}

function whole(name: string, given: string, most: number): number {
	const number = /^\d{1,15}$/.test(given) ? Number(given) : NaN;
	if (number <= most) return number;
	throw new Unusable(`--${name} is "${given}"; expected a whole number up to ${most}.`);
}

function shareIn(given: string): number {
	const share = /^0?\.\d+$/.test(given) ? Number(given) : NaN;
	if (share > 0 && share <= 0.2) return share;
	throw new Unusable(`--lots is "${given}"; expected a share like 0.02, at most 0.2.`);
}

function exitOf(report: CohortReport): number {
	if (report.kind === 'none') return exit.no;
	return report.kind === 'cohort' && report.best.isProven ? exit.done : exit.late;
}
