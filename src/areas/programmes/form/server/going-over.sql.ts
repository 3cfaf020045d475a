import type { Db } from '#server/db';

/** From now on it is read and judged by that version. Which it was before stays in the record. */
export async function setVersion(db: Db, expression: string, version: string): Promise<void> {
	await db`update programmes.expression set form_version = ${version} where id = ${expression}`;
}
