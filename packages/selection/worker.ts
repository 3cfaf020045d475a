import { Worker } from 'node:worker_threads';
import type { CohortReport, Effort, Stage } from './cohort/report.ts';
import type { Applicant, CohortCall } from './problem/problem.ts';
import type { Reply } from './worker-thread.ts';

type Watching = {
	/** Told what is being worked out, from 0 to 1. */
	progress?: ((share: number, what: Stage) => void) | undefined;
	/** Told of each cohort that is the best so far. */
	better?: ((ids: readonly string[], objective: number) => void) | undefined;
	/** Ends the work at once; what was asked for is rejected with the signal's reason. */
	signal?: AbortSignal | undefined;
};

/** `cohortReport` in a thread of its own, so that whoever asks goes on serving and can stop it at any moment. */
export async function cohortReportInThread(
	call: CohortCall,
	applicants: readonly Applicant[],
	effort: Omit<Effort, 'progress' | 'better'> = {},
	{ progress, better, signal }: Watching = {}
): Promise<CohortReport> {
	signal?.throwIfAborted();
	const { promise, resolve, reject } = Promise.withResolvers<CohortReport>();
	const thread = new Worker(new URL('./worker-thread.ts', import.meta.url), {
		workerData: { call, applicants, effort }
	});
	thread.on('message', (reply: Reply) => {
		if ('report' in reply) resolve(reply.report);
		else if ('ids' in reply) better?.(reply.ids, reply.objective);
		else progress?.(reply.share, reply.what);
	});
	thread.on('error', reject);
	thread.on('exit', () => reject(new Error('The thread of the selection has ended.')));
	const stop = () => reject(signal!.reason as Error);
	signal?.addEventListener('abort', stop);
	try {
		return await promise;
	} finally {
		signal?.removeEventListener('abort', stop);
		await thread.terminate();
	}
}
