import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { kill, processesIn } from '../tests/processes.ts';
import { megabytes } from '../tests/prove/placard.ts';
import { descendantsOf, isPostgres, shareOf } from './measure.ts';
import { seconds, type Part } from './table.ts';

type Started = { took: number; placard: number; postgres: number };

/** `npm start` as a newcomer types it, on a folder that is not there yet and then again; built before. */
export async function start(): Promise<Part> {
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-start-'));
	const data = path.join(folder, 'data');
	try {
		const first = await startAndStop(data);
		const again = await startAndStop(data);
		return { ...words, rows: [rowOf('first, on an empty folder', first), rowOf('again', again)] };
	} finally {
		for (const pid of processesIn(folder)) kill(pid);
		await rm(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

const words = {
	title: 'Starting',
	how:
		'From `npm start`, installed and built before, to the printed address; the first makes a database. Memory a second later: ' +
		'what the server holds, and what all processes of PostgreSQL hold between them.',
	head: ['start', 'to the address', 'memory of Placard', 'of PostgreSQL']
};

function rowOf(name: string, { took, placard, postgres }: Started): string[] {
	return [name, seconds(took), `${placard} MB`, `${postgres} MB`];
}

async function startAndStop(data: string): Promise<Started> {
	const began = performance.now();
	const child = spawn('npm', ['start', '--', '--port', '0', '--data', data], {
		env: { ...process.env, DATABASE_URL: '' },
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const ended = once(child, 'exit');
	await toldAddress(child);
	const took = performance.now() - began;
	await pause(1_000);
	const held = memoryOf(child.pid!);
	child.kill('SIGTERM');
	await ended;
	return { took, ...held };
}

/** Of what npm started, the server is the largest. */
function memoryOf(npm: number): Omit<Started, 'took'> {
	const all = descendantsOf(npm);
	const others = all.filter((pid) => !isPostgres(pid));
	return {
		placard: Math.max(...others.map((pid) => megabytes(pid, 'VmRSS'))),
		postgres: shareOf(all.filter(isPostgres))
	};
}

async function toldAddress({ stdout }: ChildProcess): Promise<void> {
	for await (const text of stdout!.iterator({ destroyOnReturn: false }))
		if (/Placard is at/.test(String(text))) return;
	throw new Error('npm start did not tell an address');
}
