import { spawn } from 'node:child_process';
import { once } from 'node:events';

export type PlainServer = { address: string; pid: number; end: () => Promise<void> };

/** plain-server.ts, or another of ours, on this database, in a process of its own as ours is. */
export async function startPlain(url: string, file = 'bench/plain-server.ts'): Promise<PlainServer> {
	const child = spawn(process.execPath, [file], {
		env: { ...process.env, DATABASE_URL: url },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const [said] = (await once(child.stdout, 'data')) as [Buffer];
	return {
		address: said.toString().trim(),
		pid: child.pid!,
		async end() {
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
		}
	};
}
