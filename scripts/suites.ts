import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Outcome } from './report.ts';

type VitestReport = {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	success: boolean;
};

/** Runs vitest in a process of its own and counts. A run that ends without a report is one failure. */
export function vitest(name: string, args: string[], env: Record<string, string> = {}): Outcome {
	console.log(`\n— ${name}`);
	const folder = mkdtempSync(path.join(tmpdir(), 'placard-report-'));
	const file = path.join(folder, 'report.json');
	const command = [
		'node_modules/vitest/vitest.mjs',
		'run',
		'--reporter=default',
		'--reporter=json',
		`--outputFile.json=${file}`,
		...args
	];
	const { status } = spawnSync(process.execPath, command, {
		stdio: 'inherit',
		env: { ...process.env, ...env }
	});
	const outcome = existsSync(file)
		? counted(JSON.parse(readFileSync(file, 'utf8')) as VitestReport)
		: { passed: 0, failed: 1, skipped: 0 };
	rmSync(folder, { recursive: true, force: true });
	if (status !== 0 && !outcome.failed) outcome.failed = 1;
	return outcome;
}

function counted({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }: VitestReport): Outcome {
	return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
}

/** What cannot be had here is said aloud; `prove` counts it as a failure. */
export function skip(what: string, why: string, strict: boolean): Outcome {
	console.log(`\n${strict ? 'FAIL' : 'SKIP'} ${what}: ${why}`);
	return strict ? { passed: 0, failed: 1, skipped: 0 } : { passed: 0, failed: 0, skipped: 1 };
}
