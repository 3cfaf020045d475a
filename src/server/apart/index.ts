import path from 'node:path';
import { Worker, workerData } from 'node:worker_threads';
import { closeDatabase } from '#server/db';
import { stopSender } from '../use-case/queue.ts';

/**
 * Work of seconds in a thread of its own, so that nobody waits for a turn. The thread runs a source file, as the
 * command line does: what Vite builds is one server and no thread. It has its own pool and sees what is kept only.
 */
export async function doApart(file: string, data: Record<string, string>): Promise<void> {
	const place = path.join(process.env['PLACARD_ROOT'] ?? process.cwd(), file);
	const thread = new Worker(place, { workerData: data });
	const { promise, resolve, reject } = Promise.withResolvers<void>();
	thread.once('error', reject);
	thread.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${file} ended by itself`))));
	await promise;
}

/** What such a file consists of: the work, and everything closed behind it. */
export async function asThread(work: (data: Record<string, string>) => Promise<void>): Promise<void> {
	try {
		await work(workerData as Record<string, string>);
	} finally {
		await stopSender();
		await closeDatabase();
	}
}
