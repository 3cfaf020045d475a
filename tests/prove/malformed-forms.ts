import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Chance } from './chance.ts';
import type { Answer } from './malformed-forms/child.ts';
import { broughtMakers } from './malformed-forms/brought.ts';
import { makers as ours, type Trial } from './malformed-forms/makers.ts';

export const name = 'malformed forms: no crash, a second and 200 MB at most, a sentence each';
export const rounds = { full: 5000, sample: 240 };

const mostSeconds = 1;
/** What the process may grow by in all its life. Its heap has less, so that a file that needs more crashes it. */
const mostMegabytes = 200;

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const child = fork('tests/prove/malformed-forms/child.ts', { execArgv: [`--max-old-space-size=120`] });
	try {
		await once(child, 'message');
		const before = await held(child);
		const { complaints, taken, slowest } = await tryAll(child, { rounds, seed });
		const grown = (await held(child)) - before;
		if (grown > mostMegabytes) complaints.push(`the process grew by ${grown} MB`);
		for (const complaint of complaints) console.log(`  ${complaint}`);
		const failed = Math.min(rounds, complaints.length);
		const figures = {
			taken,
			refused: rounds - taken,
			'slowest, ms': Math.round(slowest * 1000),
			'grown by, MB': grown
		};
		return { passed: rounds - failed, failed, skipped: 0, figures };
	} finally {
		if (child.exitCode === null && child.connected) child.send('end');
	}
}

async function tryAll(child: ChildProcess, { rounds, seed }: { rounds: number; seed: number }) {
	const chance = new Chance(seed);
	const makers = { ...ours, ...broughtMakers() };
	const names = Object.keys(makers);
	const crashed = once(child, 'exit').then(([how]): [Answer] => [
		{ bug: `it crashed: ${String(how)}`, took: 0 }
	]);
	const complaints: string[] = [];
	let [taken, slowest] = [0, 0];
	for (let round = 0; round < rounds && child.exitCode === null; round++) {
		const kind = names[round % names.length]!;
		const trial = await makers[kind]!(chance);
		child.send({ as: trial.as, content: trial.content.toString('base64') });
		const [answer] = (await Promise.race([once(child, 'message'), crashed])) as [Answer];
		const seconds = answer.took;
		slowest = Math.max(slowest, seconds);
		if ('taken' in answer) taken += 1;
		const complaint = complaintAbout(trial, answer);
		if (complaint) complaints.push(`round ${round}, ${kind}: ${complaint}`);
		if (seconds > mostSeconds) complaints.push(`round ${round}, ${kind}: took ${seconds.toFixed(1)} s`);
	}
	return { complaints, taken, slowest };
}

/** What is wrong with how a file was taken; nothing, when all is well. */
function complaintAbout({ then }: Trial, answer: Answer): string | undefined {
	if ('bug' in answer) return `a bug: ${answer.bug}`;
	if ('taken' in answer) return then === 'refused' ? 'it was taken' : answer.taken.complaint;
	if (then === 'taken') return `refused: ${answer.sentence}`;
	return /^\S.{15,500}[.”]$/su.test(answer.sentence) && !/undefined|(?<!\$)\{\w+\}/.test(answer.sentence)
		? undefined
		: `no sentence: ${answer.sentence}`;
}

/** VmHWM: the most that it ever held. Only Linux tells. */
async function held({ pid }: ChildProcess): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
