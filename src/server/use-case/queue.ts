import { PgBoss, type ConstructorOptions } from 'pg-boss';
import { database, type Db, type Pool } from '#server/db';
import type { Details } from './events.ts';

/** Every listener's work waits in one queue, one job each, so that one that fails is tried again alone. */
export const listenersQueue = 'listeners';
/** What calls somebody outside waits apart, so that a slow post office delays nothing else. */
export const errandsQueue = 'errands';
/** What takes seconds of work waits apart from both. */
export const longQueue = 'long-errands';

type BossDatabase = NonNullable<ConstructorOptions['db']>;

let sender: Promise<PgBoss> | undefined;

/** Queues work for a listener in the transaction of the act: both are kept, or neither. */
export async function enqueue(db: Db, listener: string, details: Details): Promise<void> {
	await send(db, listenersQueue, { listener, details });
}

/** The same for an errand. */
export async function enqueueErrand(
	db: Db,
	errand: string,
	details: Details,
	queue: typeof errandsQueue | typeof longQueue = errandsQueue
): Promise<void> {
	await send(db, queue, { errand, details });
}

async function send(db: Db, queue: string, data: object): Promise<void> {
	const boss = await (sender ??= startSender());
	await boss.send(queue, data, { db: asBossDatabase(db) });
}

/** One that cannot begin, or that loses the database, is stopped with all its timers and makes way for the next. */
function startSender(): Promise<PgBoss> {
	const boss = bossOn(database());
	const starting = boss.start();
	const makeWay = () => {
		if (sender === starting) sender = undefined;
		void stop(boss);
	};
	boss.on('error', makeWay);
	starting.catch(makeWay);
	return starting;
}

/** Only sends: it neither installs nor supervises. The worker of src/server/jobs does. */
function bossOn(pool: Pool): PgBoss {
	return new PgBoss({ db: asBossDatabase(pool), migrate: false, supervise: false, schedule: false });
}

/** What it was asked to send meanwhile is sent all the same: that needs the transaction alone. */
async function stop(boss: PgBoss): Promise<void> {
	await boss.stop({ graceful: false, close: false }).catch(() => undefined);
}

/** For a clean stop. */
export async function stopSender(): Promise<void> {
	const stopping = await sender?.catch(() => undefined);
	sender = undefined;
	if (stopping) await stop(stopping);
}

/** pg-boss speaks to our transaction or pool as it would to its own. */
export function asBossDatabase(sql: Db | Pool): BossDatabase {
	return {
		async executeSql(text: string, values: unknown[] = []) {
			const known = values.map((value) => (value === undefined ? null : value)) as never[];
			return { rows: [...(await sql.unsafe(text, known))] };
		}
	};
}
