import { PgBoss } from 'pg-boss';
import type { Db } from '#server/db';
import { asBossDatabase } from '../use-case/queue.ts';
import { readJobsTable } from './rows.sql.ts';

/** What waited is queued again, from the start: a job may run twice, and the second time changes nothing. */
export async function queueAgain(db: Db): Promise<void> {
	const boss = new PgBoss({ db: asBossDatabase(db), migrate: false, supervise: false, schedule: false });
	await boss.start();
	for (const { name, data } of await readJobsTable(db)) await boss.send(name, data);
	await boss.stop({ graceful: false, close: false });
}
