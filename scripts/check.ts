// npm run check: format, lint, types (with a planted error), unused, lockfile, build. What `npm test` runs first.
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { typeCheckerIsAwake } from './canary.ts';
import { faultsOfLock } from './lockcheck.ts';
import { report, type Outcome } from './report.ts';

const bin = (name: string) => realpathSync(`node_modules/.bin/${name}`);
const types = [
	realpathSync('node_modules/svelte-check/bin/svelte-check'),
	'--tsconfig',
	'./tsconfig.json',
	'--output',
	'human',
	'--fail-on-warnings'
];

/** Each check is one line, or the whole of what it said when it fails. */
const checks: Record<string, () => boolean> = {
	words: () => runs(['scripts/words.ts']),
	// What SvelteKit makes from the routes: the types of the pages, and the settings that the others extend.
	routes: () => runs([bin('svelte-kit'), 'sync']),
	format: () => runs([bin('prettier'), '--check', '--log-level', 'warn', '.']),
	map: () => runs([bin('oxlint'), '-c', 'oxlint.config.ts', '--type-aware', '--deny-warnings']),
	templates: () => runs([bin('eslint'), '.', '--max-warnings', '0']),
	types: () => runs(types),
	'types: a planted error is found': () => typeCheckerIsAwake(types),
	unused: () => runs([bin('knip'), '--no-progress']),
	lockfile: () => saysNothing(faultsOfLock()),
	build: () => runs([bin('vite'), 'build', '--logLevel', 'warn'])
};

function saysNothing(complaints: string[]): boolean {
	for (const line of complaints) console.log(line);
	return complaints.length === 0;
}

function runs(command: string[]): boolean {
	const { status, stdout, stderr } = spawnSync(process.execPath, command, {
		encoding: 'utf8',
		maxBuffer: 1 << 26
	});
	if (status !== 0) console.log(stdout + stderr);
	return status === 0;
}

export function checkAll(only: string[] = []): Outcome {
	const outcome: Outcome = { passed: 0, failed: 0, skipped: 0 };
	for (const [name, check] of Object.entries(checks).filter(
		([name]) => !only.length || name === 'routes' || only.includes(name)
	)) {
		const started = performance.now();
		const fine = check();
		outcome[fine ? 'passed' : 'failed']++;
		console.log(`${fine ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
	}
	return outcome;
}

if (import.meta.main) report(checkAll(process.argv.slice(2)));
