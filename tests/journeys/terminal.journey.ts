import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { cloneDatabase, dropDatabase } from '../database.ts';

test('whoever read what the server prints may go: it stays for those who read its pages', async () => {
	const url = await cloneDatabase();
	const data = await mkdtemp(path.join(tmpdir(), 'placard-terminal-'));
	const port = await freePort();
	const args = ['cli/placard.ts', 'serve', '--port', String(port), '--data', data];
	const child = spawn(process.execPath, args, {
		env: { ...process.env, DATABASE_URL: url },
		stdio: ['ignore', 'pipe', 'ignore']
	});
	const ended = once(child, 'exit');
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await dropDatabase(url);
		await rm(data, { recursive: true, force: true });
	});
	child.stdout.destroy();
	const home = () => fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status);
	await expect.poll(() => home().catch(() => 0), { timeout: 30_000 }).toBe(200);
	await pause(1_000);
	expect(await home()).toBe(200);
	child.kill('SIGTERM');
	expect(await ended).toEqual([0, null]);
}, 60_000);

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}
