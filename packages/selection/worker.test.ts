import { expect, test } from 'vitest';
import { cohortAnswer } from './cohort/answer.ts';
import { cohortReport, type Stage } from './cohort/report.ts';
import { worthOf } from './cohort/worth.ts';
import { referenceOf } from './reference/examples.ts';
import { cohortReportInThread } from './worker.ts';

const { call, applicants } = referenceOf('seed_five_of_50');

test('a thread answers what the function answers, byte for byte, and says how far it is', async () => {
	const told: [number, Stage][] = [];
	const better: { ids: readonly string[]; objective: number }[] = [];
	const effort = { draws: 3, lots: 0.02 };
	const report = await cohortReportInThread(call, applicants, effort, {
		progress: (share, what) => told.push([share, what]),
		better: (ids, objective) => better.push({ ids, objective })
	});
	const here = await cohortReport(call, applicants, effort);
	expect(JSON.stringify(cohortAnswer(report))).toBe(JSON.stringify(cohortAnswer(here)));
	expect(told.map(([, what]) => what)).toEqual([
		'cohort',
		'swaps',
		'prices',
		'robustness',
		'weights',
		'lots'
	]);
	const { cohort } = cohortAnswer(here) as { cohort: string[] };
	expect(better.at(-1)!.ids).toEqual(cohort);
	expect(better.map(({ objective }) => objective)).toEqual(
		better.map(({ objective }) => objective).toSorted((a, b) => a - b)
	);
	const worth = worthOf(call, applicants, cohort)!;
	expect(worth.objective).toBeCloseTo(better.at(-1)!.objective, 9);
	expect(worth.breaks).toEqual([]);
	expect(worthOf(call, applicants, ['nobody'])).toBeUndefined();
	expect(told.map(([share]) => share)).toEqual(told.map(([share]) => share).toSorted((a, b) => a - b));
});

test('whoever asked can stop it at once, before it begins too', async () => {
	const stop = new AbortController();
	const asked = cohortReportInThread(
		call,
		applicants,
		{ draws: 10_000 },
		{
			signal: stop.signal,
			progress: (_, what) => void (what === 'robustness' && stop.abort(new Error('Not needed any more')))
		}
	);
	await expect(asked).rejects.toThrow('Not needed any more');
	await expect(cohortReportInThread(call, applicants, {}, { signal: stop.signal })).rejects.toThrow(
		'Not needed any more'
	);
});

test('what goes wrong in the thread is told, and not waited for', async () => {
	await expect(cohortReportInThread({ ...call, size: 5, quotas: null as never }, applicants)).rejects.toThrow(
		TypeError
	);
});
