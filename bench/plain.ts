import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type PlainServer = { address: string; end: () => Promise<void> };

/** plain-server.ts on this database, in a process of its own as ours is. */
export async function startPlain(url: string): Promise<PlainServer> {
	const child = spawn(process.execPath, ['bench/plain-server.ts'], {
		env: { ...process.env, DATABASE_URL: url },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [said] = (await once(child.stdout, 'data')) as [Buffer];
	return {
		address: said.toString().trim(),
		async end() {
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		}
	};
}
