export type Outcome = { passed: number; failed: number; skipped: number };

export function sum(outcomes: Outcome[]): Outcome {
	const total = { passed: 0, failed: 0, skipped: 0 };
	for (const one of outcomes)
		for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += one[key];
	return total;
}

/** The last line: `N passed, N failed`, and how many were skipped, in plain words. */
export function report({ passed, failed, skipped }: Outcome): void {
	console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
	process.exitCode = failed || !passed ? 1 : 0;
}
