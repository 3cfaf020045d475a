import type { Db } from '#server/db';

/** Leaves a husk for the counts: which call, in which week, sent or not, and why it went. Nothing leads to a person. */
export async function makeHusk(db: Db, id: string, why: string, at: Date): Promise<void> {
	await db`delete from programmes.answer where expression = ${id}`;
	await db`delete from programmes.former_answer where expression = ${id}`;
	await db`delete from programmes.note where expression = ${id}`;
	await db`delete from programmes.extension where expression = ${id}`;
	await db`delete from programmes.told where expression = ${id}`;
	await db`update programmes.submission set at = date_trunc('week', at, 'UTC') where expression = ${id}`;
	await db`update programmes.withdrawal set at = date_trunc('week', at, 'UTC') where expression = ${id}`;
	await db`
		update programmes.expression set
			reference = null, eligibility = null, entered_by = null,
			begun_at = date_trunc('week', begun_at, 'UTC'), changed_at = date_trunc('week', changed_at, 'UTC'),
			erased_at = ${at}, erased_why = ${why}
		where id = ${id}`;
}
