import type { Db } from '#server/db';

/** The call's form from now on. */
export async function setFormOf(db: Db, call: string, form: string): Promise<void> {
	await db`update programmes.call set form = ${form} where id = ${call}`;
}
