import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Chance } from './chance.ts';
import type { Answer } from './malformed-files/child.ts';
import { complaintAbout } from './malformed-files/judge.ts';
import { makers, type Trial } from './malformed-files/makers.ts';
import { makeSamples } from './malformed-files/samples.ts';
import { proofDatabase } from './proof-database.ts';

export const name = 'malformed files: no crash, bounded memory, a sentence each';
export const rounds = { full: 200, sample: 60 };

/** The most that the process may ever hold, and the longest that one file may take. */
const mostMegabytes = 500;
const mostSeconds = 25;

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await proofDatabase('files');
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-files-proof-'));
	const env = { ...process.env, DATABASE_URL: ground.url, FILES_DIR: path.join(folder, 'files') };
	const child = fork('tests/prove/malformed-files/child.ts', { env, execArgv: [] });
	try {
		const { complaints, slowest } = await tryAll(child, folder, { rounds, seed });
		const left = await readdir(path.join(folder, 'files', 'incoming'));
		if (left.length) complaints.push(`${left.length} files are still half received`);
		const most = await mostHeld(child);
		if (most > mostMegabytes) complaints.push(`the process held ${most} MB`);
		for (const complaint of complaints) console.log(`  ${complaint}`);
		const failed = Math.min(rounds, complaints.length);
		const figures = { 'most memory, MB': most, 'slowest, s': slowest.toFixed(1) };
		return { passed: rounds - failed, failed, skipped: 0, figures };
	} finally {
		if (child.exitCode === null && child.connected) await ended(child);
		await ground.end();
		await rm(folder, { recursive: true, force: true });
	}
}

async function tryAll(
	child: ChildProcess,
	folder: string,
	{ rounds, seed }: { rounds: number; seed: number }
) {
	const chance = new Chance(seed);
	const samples = await makeSamples();
	const names = Object.keys(makers);
	const crashed: Crash = once(child, 'exit').then(([how]) => [{ bug: `it crashed: ${String(how)}` }]);
	const complaints: string[] = [];
	let slowest = 0;
	for (let round = 0; round < rounds; round++) {
		const kind = names[round % names.length]!;
		const trial = await makers[kind]!(chance, samples);
		const began = performance.now();
		const complaint = await tried(child, crashed, folder, trial);
		const took = (performance.now() - began) / 1000;
		slowest = Math.max(slowest, took);
		if (complaint)
			complaints.push(`round ${round}, ${kind}, ${JSON.stringify(trial.name.slice(0, 60))}: ${complaint}`);
		if (took > mostSeconds) complaints.push(`round ${round}, ${kind}: took ${took.toFixed(1)} s`);
		if (child.exitCode !== null || child.signalCode) break;
	}
	return { complaints, slowest };
}

type Crash = Promise<[Answer]>;

async function tried(
	child: ChildProcess,
	crashed: Crash,
	folder: string,
	trial: Trial
): Promise<string | undefined> {
	const place = path.join(folder, 'handed');
	await writeFile(place, trial.content);
	const [answer] = (await Promise.race([
		(child.send({ place, name: trial.name }), once(child, 'message')),
		crashed
	])) as [Answer];
	return complaintAbout(trial, answer);
}

/** VmHWM: the most that it ever held. Only Linux tells. */
async function mostHeld({ pid }: ChildProcess): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

async function ended(child: ChildProcess): Promise<void> {
	const exit = once(child, 'exit');
	child.send('end');
	await exit;
}
