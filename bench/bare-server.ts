import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export type BareServer = { address: string; child: ChildProcess; end: () => Promise<void> };

/** The bare template, built by the same framework as we are, and served as its adapter serves it. */
export async function startBareServer(): Promise<BareServer> {
	const folder = mkdtempSync(path.join(tmpdir(), 'placard-bare-'));
	build(folder);
	const child = spawn(process.execPath, ['build/index.js'], {
		cwd: folder,
		env: { ...process.env, HOST: '127.0.0.1', PORT: '0' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	return {
		address: await addressOf(child),
		child,
		async end() {
			const ended = once(child, 'exit');
			child.kill('SIGKILL');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}

/** In a folder of its own with links to our packages: Kit writes types into the node_modules that it finds. */
function build(folder: string): void {
	cpSync('bench/bare', folder, { recursive: true });
	for (const name of ['svelte', 'vite', 'esm-env', ...scoped('@sveltejs')]) link(folder, name);
	const vite = path.resolve('node_modules/vite/bin/vite.js');
	const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], {
		cwd: folder,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production' }
	});
	if (status !== 0) throw new Error(`The bare template was not built: ${stderr}`);
}

function scoped(scope: string): string[] {
	return readdirSync(`node_modules/${scope}`).map((name) => `${scope}/${name}`);
}

function link(folder: string, name: string): void {
	const place = path.join(folder, 'node_modules', name);
	mkdirSync(path.dirname(place), { recursive: true });
	symlinkSync(path.resolve('node_modules', name), place);
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
	for await (const text of stdout!) {
		const found = /https?:\/\/[\d.]+:\d+/.exec(String(text))?.[0];
		if (found) return found;
	}
	throw new Error('The bare template did not start');
}
