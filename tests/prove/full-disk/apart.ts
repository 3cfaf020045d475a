import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** A world in which we may mount what we like, and nobody outside sees it (user_namespaces(7)). */
const apart = ['--user', '--map-root-user', '--mount', '--'];

export function canBeApart(): boolean {
	return !process.env['PROVING_APART'] && spawnSync('unshare', [...apart, 'true']).status === 0;
}

/** The same proof again, in there. What it prints but for its outcome is printed here. */
export async function proveApart<T>(file: string, how: { rounds: number; seed: number }): Promise<T> {
	const script = `const { run } = await import(${JSON.stringify(file)});
		console.log('\\n' + JSON.stringify(await run(${JSON.stringify(how)})));`;
	const command = [...apart, process.execPath, '--input-type=module', '-e', script];
	const env = { ...process.env, PROVING_APART: '1' };
	const { stdout } = await promisify(execFile)('unshare', command, { env, maxBuffer: 1 << 24 });
	const lines = stdout.trimEnd().split('\n');
	const outcome = JSON.parse(lines.pop()!) as T;
	for (const line of lines.filter(Boolean)) console.log(line);
	return outcome;
}
