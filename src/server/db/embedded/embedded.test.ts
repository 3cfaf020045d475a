import { spawn } from 'node:child_process';
import {
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	utimesSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { optionsFrom } from '#server/db';
import { embeddedPostgres, type Embedded } from './index.ts';
import { isPostgres, postmasterIn } from './postmaster.ts';

let folder: string;
const open: Embedded[] = [];
const said: string[] = [];

beforeEach(() => {
	folder = mkdtempSync(path.join(tmpdir(), 'placard-embedded-'));
	said.length = 0;
});
afterEach(async () => {
	for (const one of open.splice(0)) await one.stop();
	rmSync(folder, { recursive: true, force: true });
});

async function start(where = data()): Promise<Embedded> {
	const one = await embeddedPostgres(where, { say: (line) => said.push(line) });
	open.push(one);
	return one;
}

const data = () => path.join(folder, 'data');
const postmaster = () => postmasterIn(path.join(data(), 'postgres'));

/** One statement in a session of its own, tried again for a while as a client of ours would. */
async function ask(url: string, statement: string): Promise<postgres.Row[]> {
	for (let tries = 0; ; tries++) {
		const sql = postgres({ ...optionsFrom(url), max: 1 });
		try {
			return await sql.unsafe(statement);
		} catch (error) {
			if ((error as { code?: string }).code === '23505' || tries > 100) throw error;
			await pause(100);
		} finally {
			await sql.end({ timeout: 1 });
		}
	}
}

test('a database appears, keeps what it is told, and is the same at the next start', async () => {
	const first = await start();
	expect(first.started).toBe(true);
	await ask(first.url, "create table kept (word text); insert into kept values ('paper')");
	await open.pop()!.stop();
	expect(postmaster()).toBeUndefined();
	const second = await start();
	expect(await ask(second.url, 'select word from kept')).toEqual([{ word: 'paper' }]);
});

test('it syncs every commit, and answers on a private socket alone', async () => {
	const { url } = await start();
	const names = [
		'fsync',
		'synchronous_commit',
		'full_page_writes',
		'listen_addresses',
		'unix_socket_permissions',
		'data_checksums'
	];
	const rows = await ask(
		url,
		`select name, setting from pg_settings where name in (${names.map((name) => `'${name}'`).join()})`
	);
	expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
		fsync: 'on',
		synchronous_commit: 'on',
		full_page_writes: 'on',
		listen_addresses: '',
		unix_socket_permissions: '0700',
		data_checksums: 'on'
	});
});

test('whoever comes second joins, and only the last to leave stops it', async () => {
	const [first, second] = [await start(), await start()];
	expect([first.started, second.started]).toEqual([true, false]);
	await open.shift()!.stop();
	expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
	await open.shift()!.stop();
	expect(postmaster()).toBeUndefined();
});

test('several processes at once on an empty folder share one database', async () => {
	const words = await Promise.all([1, 2, 3].map((number) => elsewhere(`insert into met values (${number})`)));
	expect(words.filter((word) => word === 'started')).toHaveLength(1);
	const { url } = await start();
	expect(await ask(url, 'select count(*)::int as count from met')).toEqual([{ count: 3 }]);
	expect(readdirSync(data()).filter((name) => name.includes('.init-'))).toEqual([]);
});

/** Another process: starts or joins, does one thing, leaves. Says which of the two it was. */
function elsewhere(statement: string): Promise<string> {
	const module = path.join(import.meta.dirname, 'index.ts');
	const script = `
		import postgres from 'postgres';
		import { embeddedPostgres } from ${JSON.stringify(module)};
		import { optionsFrom } from '#server/db';
		const one = await embeddedPostgres(${JSON.stringify(data())});
		const sql = postgres(optionsFrom(one.url));
		await sql.begin(async (db) => {
			await db\`select pg_advisory_xact_lock(1)\`;
			await db.unsafe('create table if not exists met (number int)');
			await db.unsafe(${JSON.stringify(statement)});
		});
		await sql.end();
		process.stdout.write(one.started ? 'started' : 'joined');
		await new Promise((resolve) => setTimeout(resolve, 1500));
		await one.stop();`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	return new Promise((resolve, reject) => {
		let word = '';
		child.stdout.on('data', (text: Buffer) => (word += text.toString()));
		child.on('exit', (code) => (code === 0 ? resolve(word) : reject(new Error(`it ended with ${code}`))));
	});
}

test('when PostgreSQL is killed, it is started again and nothing acknowledged is gone', async () => {
	const { url } = await start();
	await ask(url, "create table kept (word text); insert into kept values ('paper')");
	process.kill(postmaster()!.pid, 'SIGKILL');
	await expect
		.poll(() => said, { timeout: 10_000 })
		.toContain('PostgreSQL stopped by itself; starting it again.');
	expect(await ask(url, 'select word from kept')).toEqual([{ word: 'paper' }]);
});

test('what a killed first start left half made is cleared away', async () => {
	mkdirSync(path.join(data(), 'postgres.init-999999999'), { recursive: true });
	writeFileSync(path.join(data(), 'postgres.init-999999999/PG_VERSION'), '18\n');
	const { url } = await start();
	expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
	expect(readdirSync(data()).filter((name) => name.includes('.init-'))).toEqual([]);
});

test('an empty lock file, left when the machine went down, keeps nobody out', async () => {
	const first = await start();
	await first.stop();
	open.length = 0;
	const file = path.join(data(), 'postgres/postmaster.pid');
	writeFileSync(file, '');
	utimesSync(file, new Date(0), new Date(0));
	const { url } = await start();
	expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a process number that is somebody else’s by now keeps nobody waiting', async () => {
	await start();
	const file = path.join(data(), 'postgres/postmaster.pid');
	const before = readFileSync(file, 'utf8');
	await open.pop()!.stop();
	writeFileSync(file, before.replace(/^\d+/, String(process.pid)));
	expect(isPostgres(process.pid)).toBe(false);
	const { url } = await start();
	expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('a path too long for a socket is no obstacle', async () => {
	const { url } = await start(path.join(folder, 'a'.repeat(60), 'b'.repeat(60)));
	expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
	const socket = decodeURIComponent(new URL(url).hostname);
	expect(socket.length).toBeLessThan(60);
	await open.pop()!.stop();
	rmSync(socket, { recursive: true });
});

test.each([
	['17\n', 'was made by PostgreSQL 17, and this Placard carries 18'],
	[undefined, 'holds something that is not a database']
])('a folder with version %j is refused, and left as it was', async (version, sentence) => {
	mkdirSync(path.join(data(), 'postgres'), { recursive: true });
	const file = path.join(data(), 'postgres', version ? 'PG_VERSION' : 'letters.txt');
	writeFileSync(file, version ?? 'Dear all');
	await expect(start()).rejects.toThrow(sentence);
	expect(readFileSync(file, 'utf8')).toBe(version ?? 'Dear all');
});

test('a folder that cannot be made is said so', async () => {
	writeFileSync(path.join(folder, 'file'), '');
	await expect(start(path.join(folder, 'file/data'))).rejects.toThrow(/file\/data/);
});

test('its log tells nothing of what people wrote', async () => {
	const { url } = await start();
	await ask(url, "create table kept (word text unique); insert into kept values ('whispered')");
	await expect(ask(url, "insert into kept values ('whispered')")).rejects.toThrow('unique');
	const log = path.join(data(), 'postgres.log');
	expect(existsSync(log)).toBe(true);
	expect(readFileSync(log, 'utf8')).toContain('duplicate key');
	expect(readFileSync(log, 'utf8')).not.toContain('whispered');
});
