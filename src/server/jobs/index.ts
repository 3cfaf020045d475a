import { PgBoss, type DatabaseOptions, type Job, type JobResult } from 'pg-boss';
import postgres from 'postgres';
import { inTransaction, migrate, optionsFrom } from '#server/db';
import { log } from '#server/log';
import { errands, listeners, schedules, type Context, type Details } from '#server/use-case';
import { errandsQueue, listenersQueue, longQueue, stopSender } from '../use-case/queue.ts';
import { house } from '#shared/actor';

export { stopSender };

type Waiting = { listener: string; details: Details };
type WaitingErrand = { errand: string; details: Details };

/** Schema and queues, as `serve` and `migrate` need them. Several processes may do it at once. */
export async function prepareDatabase(url: string): Promise<{ ran: string[] }> {
	const pool = postgres({ ...optionsFrom(url), max: 1 });
	const done = await migrate(pool).finally(() => pool.end({ timeout: 5 }));
	await prepareQueues(url);
	return done;
}

/** The tables and queues of pg-boss alone. */
export async function prepareQueues(url: string): Promise<void> {
	const boss = new PgBoss({ ...bossOptions(url), max: 1, supervise: false, schedule: false });
	boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
	await boss.start();
	const patient = { retryLimit: 10, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 };
	for (const queue of [listenersQueue, errandsQueue, longQueue]) await boss.createQueue(queue, patient);
	await boss.stop({ graceful: false });
}

/** Begins to follow events and the clock. Several processes share the work. Returns how to stop. */
export async function startJobs(url: string): Promise<() => Promise<void>> {
	const boss = new PgBoss({ ...bossOptions(url), max: 3, migrate: false });
	let closing = false;
	// While it closes, a connection that the database ends first is no news.
	boss.on('error', (error) => closing || log.warn({ err: error }, 'jobs'));
	await boss.start();
	await work<Waiting>(boss, listenersQueue, follow);
	await work<WaitingErrand>(boss, errandsQueue, run);
	await work<WaitingErrand>(boss, longQueue, run, 1);
	for (const { name, cron, run } of schedules) await byTheClock(boss, name, cron, () => asHouse(run));
	for (const { name, cron, run } of errands) if (cron) await byTheClock(boss, name, cron, () => run({}));
	return async () => {
		closing = true;
		await boss.stop({ graceful: true, timeout: 5000 });
		await stopSender();
	};
}

/** Several at a time while many wait, each with a result of its own: one that fails is tried again alone. */
async function work<T extends object>(
	boss: PgBoss,
	queue: string,
	perform: (data: T) => Promise<void>,
	batchSize = 8
) {
	const options = {
		batchSize,
		perJobResults: true,
		burstWhenBatchFull: true,
		pollingIntervalSeconds: 1
	} as const;
	await boss.work<T>(queue, options, async (jobs: Job<T>[]) => {
		const results: JobResult[] = [];
		for (const { id, data } of jobs) results.push({ id, ...(await tried(queue, () => perform(data))) });
		return results;
	});
}

/** pg-boss keeps what a failed job threw: only its name goes there, never what people wrote. */
async function tried(queue: string, perform: () => Promise<void>): Promise<Omit<JobResult, 'id'>> {
	try {
		await perform();
		return { status: 'completed' };
	} catch (error) {
		log.error({ err: error, queue }, 'a job failed');
		return { status: 'failed', output: { name: (error as Error).name } };
	}
}

async function byTheClock(boss: PgBoss, name: string, cron: string, run: () => Promise<unknown>) {
	await boss.createQueue(name, { policy: 'singleton' });
	await boss.schedule(name, cron);
	await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 5 }, run);
}

/** pg-boss keeps a small pool of its own, so that waiting jobs never take a place from people. */
function bossOptions(url: string): DatabaseOptions {
	const { host, port, database, username, password, ssl } = optionsFrom(url);
	return { host, port, database, user: username, password, ...(ssl ? { ssl } : {}) } as DatabaseOptions;
}

async function follow({ listener, details }: Waiting): Promise<void> {
	const known = listeners.find((one) => one.name === listener);
	if (!known) throw new Unknown(listener);
	await asHouse((context) => known.handle(context, details));
}

async function run({ errand, details }: WaitingErrand): Promise<void> {
	const known = errands.find((one) => one.name === errand);
	if (!known) throw new Unknown(errand);
	await known.run(details);
}

function asHouse<T>(work: (context: Context) => Promise<T>): Promise<T> {
	return inTransaction((db) => work({ db, actor: house, now: new Date() }));
}

/** Another version of Placard knows it: while one takes over from the other the job waits, and is not lost. */
class Unknown extends Error {
	constructor(name: string) {
		super(`nobody here is called ${name}`);
		this.name = 'Unknown';
	}
}
