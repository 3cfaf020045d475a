import { PgBoss, type ConstructorOptions } from 'pg-boss';
import { database, type Db, type Pool } from '#server/db';
import type { Details } from './events.ts';

/** Every listener's work waits in one queue, one job each, so that one that fails is tried again alone. */
export const listenersQueue = 'listeners';
/** What calls somebody outside waits apart, so that a slow post office delays nothing else. */
export const errandsQueue = 'errands';

type BossDatabase = NonNullable<ConstructorOptions['db']>;

let sender: Promise<PgBoss> | undefined;

/** Queues work for a listener in the transaction of the act: both are kept, or neither. */
export async function enqueue(db: Db, listener: string, details: Details): Promise<void> {
	await send(db, listenersQueue, { listener, details });
}

/** The same for an errand. */
export async function enqueueErrand(db: Db, errand: string, details: Details): Promise<void> {
	await send(db, errandsQueue, { errand, details });
}

async function send(db: Db, queue: string, data: object): Promise<void> {
	const boss = await (sender ??= startSender());
	await boss.send(queue, data, { db: asBossDatabase(db) });
}

async function startSender(): Promise<PgBoss> {
	const boss = bossOn(database());
	return boss.start();
}

/** Only sends: it neither installs nor supervises. The worker of src/server/jobs does. */
function bossOn(pool: Pool): PgBoss {
	const boss = new PgBoss({ db: asBossDatabase(pool), migrate: false, supervise: false, schedule: false });
	boss.on('error', () => (sender = undefined));
	return boss;
}

/** For a clean stop. */
export async function stopSender(): Promise<void> {
	const stopping = sender;
	sender = undefined;
	await (await stopping?.catch(() => undefined))?.stop({ graceful: false, close: false });
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
