import { parentPort, workerData } from 'node:worker_threads';
import { cohortReport, type CohortReport, type Effort, type Stage } from './cohort/report.ts';
import type { Applicant, CohortCall } from './problem/problem.ts';

export type Reply =
	{ share: number; what: Stage } | { ids: readonly string[]; objective: number } | { report: CohortReport };

type Question = { call: CohortCall; applicants: readonly Applicant[]; effort: Effort };

const { call, applicants, effort } = workerData as Question;
const say = (reply: Reply) => parentPort!.postMessage(reply);
const report = await cohortReport(call, applicants, {
	...effort,
	progress: (share, what) => say({ share, what }),
	better: (ids, objective) => say({ ids, objective })
});
say({ report });
