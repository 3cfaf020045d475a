import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Chance } from './chance.ts';
import type { Answer } from './malformed-campaigns/child.ts';
import { changedIn, Kept } from './malformed-campaigns/kept.ts';
import { here, makers as ours } from './malformed-campaigns/makers.ts';
import { handIn, type Trial } from './malformed-campaigns/trial.ts';
import { proofDatabase } from './proof-database.ts';

export const name = 'malformed campaigns: no crash, bounded memory and time, a sentence each, all or nothing';
export const rounds = { full: 900, sample: 90 };

/** The most that the process may ever hold, and the longest that one file may take it. */
const mostMegabytes = 1200;
const mostSeconds = 8;
/** Whoever waits for something that never comes has crashed as well. */
const patience = 90_000;

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const ground = await proofDatabase('campaigns');
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-campaigns-proof-'));
	const env = {
		...process.env,
		DATABASE_URL: ground.url,
		PLACARD_DATA: path.join(folder, 'data'),
		FILES_DIR: path.join(folder, 'data')
	};
	const child = fork('tests/prove/malformed-campaigns/child.ts', { env, execArgv: [] });
	const crashed = once(child, 'exit').then(([how]): [Answer] => [asCrash(`it crashed: ${String(how)}`)]);
	const kept = new Kept(ground.url);
	try {
		await once(child, 'message');
		const { complaints, figures } = await tryAll({ child, crashed, kept, folder }, { rounds, seed });
		const most = await mostHeld(child);
		if (most > mostMegabytes) complaints.push(`the process held ${most} MB`);
		for (const complaint of complaints) console.log(`  ${complaint}`);
		const failed = Math.min(rounds, complaints.length);
		return { passed: rounds - failed, failed, skipped: 0, figures: { ...figures, 'most memory, MB': most } };
	} finally {
		if (child.connected) child.kill('SIGKILL');
		await kept.end();
		await ground.end();
		await rm(folder, { recursive: true, force: true });
	}
}

type Ground = { child: ChildProcess; crashed: Promise<[Answer]>; kept: Kept; folder: string };

async function tryAll(ground: Ground, { rounds, seed }: { rounds: number; seed: number }) {
	const chance = new Chance(seed);
	const { first, again } = here(chance);
	const makers = { ...ours, 'a campaign that is here already': again };
	const names = Object.keys(makers) as (keyof typeof makers)[];
	const complaints: string[] = [];
	const figures = { taken: 0, refused: 0, 'slowest, s': '0' };
	const before = await tried(ground, first);
	if (before.code !== 0) complaints.push(`what is whole was refused: ${before.err}`);
	let state = await ground.kept.state();
	let slowest = 0;
	for (let round = 0; round < rounds && ground.child.connected; round++) {
		const kind = names[round % names.length]!;
		const trial = makers[kind]!(chance);
		const answer = await tried(ground, trial);
		const now = await ground.kept.state();
		const about = [
			complaintAbout(trial, answer),
			await complaintAboutKept(ground, answer, changedIn(state, now))
		];
		for (const one of about) if (one) complaints.push(`round ${round}, ${kind}: ${one}`);
		if (answer.took > mostSeconds)
			complaints.push(`round ${round}, ${kind}: took ${answer.took.toFixed(1)} s`);
		slowest = Math.max(slowest, answer.took);
		figures[answer.code === 0 ? 'taken' : 'refused'] += 1;
		if (state !== now) state = await ground.kept.forgetAllButFirst();
	}
	return { complaints, figures: { ...figures, 'slowest, s': slowest.toFixed(1) } };
}

async function tried({ child, crashed, folder }: Ground, { from, args = [] }: Trial): Promise<Answer> {
	const place = path.join(folder, 'handed');
	await handIn(place, from);
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<[Answer]>((resolve) => {
		timer = setTimeout(() => {
			child.kill('SIGKILL');
			resolve([asCrash('it never came to an end')]);
		}, patience);
	});
	child.send({ args: [place, ...args] });
	const given = new AbortController();
	const answered = once(child, 'message', given).catch(() => crashed);
	const [answer] = (await Promise.race([answered, crashed, late])) as [Answer];
	clearTimeout(timer);
	given.abort();
	return answer;
}

const asCrash = (err: string): Answer => ({ code: -1, out: '', err, took: 0 });

/** What is wrong with how it was taken; nothing, when all is well. */
function complaintAbout({ then }: Trial, { code, out, err }: Answer): string | undefined {
	if (code === 0) {
		if (then === 'refused') return 'it was taken';
		return /^\{.*"hash":"[0-9a-f]{64}".*\}\n$/.test(out) ? undefined : `no answer: ${out}`;
	}
	if (code !== 2) return `a bug: ${err}`;
	if (then === 'taken') return `refused: ${err}`;
	const isSentence = /^\S[^\n]{15,900}\.\n$/u.test(err) && !/undefined|\{\w+\}|\[object/.test(err);
	return isSentence && out === '' ? undefined : `no sentence: ${err}${out}`;
}

/** What was refused left no trace in the database, and nothing beside it on the disk. */
async function complaintAboutKept(
	{ folder }: Ground,
	{ code }: Answer,
	changed: string[]
): Promise<string | undefined> {
	if (code === 0 && !changed.length) return 'nothing of it was kept';
	if (code !== 0 && changed.length) return `refused, and it left something in ${changed.join(', ')}`;
	const half = await readdir(path.join(folder, 'data', 'incoming')).catch(() => []);
	if (half.length) return `${half.length} photos are half taken in`;
	const beside = (await readdir(folder)).filter((name) => name !== 'handed' && name !== 'data');
	return beside.length ? `left beside it: ${beside.join(', ')}` : undefined;
}

/** VmHWM: the most that it ever held. Only Linux tells. */
async function mostHeld({ pid }: ChildProcess): Promise<number> {
	const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
	return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}
