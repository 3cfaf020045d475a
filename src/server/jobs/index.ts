import { PgBoss, type DatabaseOptions, type Job } from 'pg-boss';
import postgres from 'postgres';
import { inTransaction, migrate, optionsFrom } from '#server/db';
import { log } from '#server/log';
import { listeners, schedules, type Context } from '#server/use-case';
import { listenersQueue, stopSender } from '../use-case/queue.ts';
import { house } from '#shared/actor';

type Waiting = { listener: string; details: Record<string, string> };

/** Schema and queues, as `serve` and `migrate` need them. Several processes may do it at once. */
export async function prepareDatabase(url: string): Promise<{ ran: string[] }> {
	const pool = postgres({ ...optionsFrom(url), max: 1 });
	const done = await migrate(pool).finally(() => pool.end({ timeout: 5 }));
	await installQueues(url);
	return done;
}

async function installQueues(url: string): Promise<void> {
	const boss = new PgBoss({ ...bossOptions(url), max: 1, supervise: false, schedule: false });
	boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
	await boss.start();
	await boss.createQueue(listenersQueue, {
		retryLimit: 10,
		retryDelay: 5,
		retryBackoff: true,
		retryDelayMax: 3600
	});
	await boss.stop({ graceful: false });
}

/** Begins to follow events and the clock. Several processes share the work. Returns how to stop. */
export async function startJobs(url: string): Promise<() => Promise<void>> {
	const boss = new PgBoss({ ...bossOptions(url), max: 3, migrate: false });
	boss.on('error', (error) => log.warn({ err: error }, 'jobs'));
	await boss.start();
	await boss.work<Waiting>(listenersQueue, { batchSize: 1, pollingIntervalSeconds: 1 }, ([job]) =>
		follow(job!)
	);
	for (const { name, cron, run } of schedules) {
		await boss.createQueue(name, { policy: 'singleton' });
		await boss.schedule(name, cron);
		await boss.work(name, { batchSize: 1, pollingIntervalSeconds: 5 }, () => asHouse(run));
	}
	return async () => {
		await boss.stop({ graceful: true, timeout: 5000 });
		await stopSender();
	};
}

/** pg-boss keeps a small pool of its own, so that waiting jobs never take a place from people. */
function bossOptions(url: string): DatabaseOptions {
	const { host, port, database, username, password, ssl } = optionsFrom(url);
	return { host, port, database, user: username, password, ...(ssl ? { ssl } : {}) } as DatabaseOptions;
}

async function follow({ data: { listener, details } }: Job<Waiting>): Promise<void> {
	const known = listeners.find((one) => one.name === listener);
	if (!known) return log.warn({ listener }, 'a job for a listener that is gone');
	await asHouse((context) => known.handle(context, details));
}

function asHouse<T>(work: (context: Context) => Promise<T>): Promise<T> {
	return inTransaction((db) => work({ db, actor: house, now: new Date() }));
}
