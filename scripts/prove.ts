import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { keepTogether } from '../tests/temporary.ts';
import type { Outcome } from './report.ts';

export type Proof = {
	name: string;
	/** How many rounds make the proof, and how many the sample that `npm test` runs. */
	rounds: { full: number; sample: number };
	run: (how: {
		rounds: number;
		seed: number;
	}) => Promise<Outcome & { figures?: Record<string, number | string> }>;
};

const folder = 'tests/prove';

/** Each file of tests/prove that runs is a proof; others help. A sample of each with the day's seed, or all of each. */
export async function proveAll({ full, only = [] }: { full: boolean; only?: string[] }): Promise<Outcome> {
	keepTogether();
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	const total: Outcome = { passed: 0, failed: 0, skipped: 0 };
	for (const file of files().filter((name) => !only.length || only.some((one) => name.includes(one)))) {
		const proof = (await import(path.resolve(folder, file))) as Partial<Proof>;
		if (!isProof(proof)) continue;
		const outcome = await prove(proof, full);
		for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += outcome[key];
		if (full && outcome.skipped) total.failed += outcome.skipped;
	}
	return total;
}

function isProof(file: Partial<Proof>): file is Proof {
	return typeof file.run === 'function';
}

function files(): string[] {
	return existsSync(folder)
		? readdirSync(folder)
				.filter((name) => /^[a-z-]+\.ts$/.test(name))
				.sort()
		: [];
}

async function prove({ name, rounds, run }: Proof, full: boolean): Promise<Outcome> {
	const seed = Number(process.env['SEED'] ?? 20_261_122);
	const count = full ? rounds.full : rounds.sample;
	const started = performance.now();
	console.log(`\n— proof: ${name} (${count} rounds, seed ${seed})`);
	const outcome = await run({ rounds: count, seed }).catch((error: unknown) => {
		console.log(error);
		return { passed: 0, failed: 1, skipped: 0, figures: {} };
	});
	const took = ((performance.now() - started) / 1000).toFixed(1);
	console.log(
		`${outcome.failed ? 'FAIL' : 'ok  '} ${outcome.passed} passed, ${outcome.failed} failed (${took} s)`,
		outcome.figures ?? ''
	);
	return outcome;
}

if (import.meta.main) {
	const { report } = await import('./report.ts');
	report(
		await proveAll({
			full: !process.argv.includes('--sample'),
			only: process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
		})
	);
}
