import type { Db, Pool } from '#server/db';

export const channel = 'placard_live';

/** Says, once this transaction is kept, that there is something new under a topic. Several times within one are heard once. */
export async function tell(db: Db | Pool, topic: string): Promise<void> {
	await db`select pg_notify(${channel}, ${topic})`;
}
