import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { optionsFrom } from '#server/db';
import { embeddedPostgres } from '#server/db/embedded';
import { kill, processesIn } from '../processes.ts';
import type { Chance } from './chance.ts';
import { play } from './kill/rounds.ts';

export const name = 'the very first start is killed while the database is made: the next one opens';
export const rounds = { full: 50, sample: 3 };

/** Where the database stood when it was killed. */
type Stage = 'nothing yet' | 'half made' | 'made';

export async function run({ rounds, seed }: { rounds: number; seed: number }) {
	const stages: Record<Stage, number> = { 'nothing yet': 0, 'half made': 0, made: 0 };
	const outcome = await play(rounds, seed, async (chance) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'placard-first-'));
		try {
			stages[await begunAndKilled(path.join(folder, 'data'), chance)]++;
			return await opens(path.join(folder, 'data'));
		} finally {
			for (const pid of processesIn(folder)) kill(pid);
			await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
		}
	});
	return { ...outcome, figures: stages };
}

/** Sometimes the program alone is killed, and initdb goes on by itself; sometimes everything. */
async function begunAndKilled(data: string, chance: Chance): Promise<Stage> {
	const script = `import { embeddedPostgres } from '#server/db/embedded'; await embeddedPostgres(${JSON.stringify(data)}); setInterval(() => {}, 1000);`;
	const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: 'ignore' });
	const ended = once(child, 'exit');
	while (!existsSync(data)) await pause(5);
	await pause(chance.below(1_100));
	child.kill('SIGKILL');
	await ended;
	const stage = stageOf(data);
	if (chance.below(2) === 0) for (const pid of processesIn(data)) kill(pid);
	return stage;
}

function stageOf(data: string): Stage {
	if (existsSync(path.join(data, 'postgres'))) return 'made';
	return readdirSync(data).some((name) => name.includes('.init-')) ? 'half made' : 'nothing yet';
}

async function opens(data: string): Promise<string[]> {
	await onceOpen(data, (sql) => sql`create table if not exists kept as select 'paper' as word`);
	const rows = await onceOpen(data, (sql) => sql`select word from kept`);
	const left = readdirSync(data).filter((name) => name.includes('.init-'));
	return [
		...(rows[0]?.['word'] === 'paper' ? [] : ['what was written at the first opening is gone at the second']),
		...left.map((name) => `${name} was left behind`)
	];
}

async function onceOpen(
	data: string,
	work: (sql: postgres.Sql) => Promise<postgres.Row[]>
): Promise<postgres.Row[]> {
	const { url, stop } = await embeddedPostgres(data);
	const sql = postgres({ ...optionsFrom(url), max: 1 });
	try {
		return await work(sql);
	} finally {
		await sql.end({ timeout: 1 });
		await stop();
	}
}
