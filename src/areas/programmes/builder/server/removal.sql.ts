import type { Removed, StoredForm } from '#areas/forms';
import type { Db } from '#server/db';

/** A part of a form, or all of it. */
export type Taken = Removed | { what: 'form'; form: StoredForm };
export type RemovalRow = { id: string; removed: Taken; removedAt: Date; removedBy: string | null };
type Signed = { at: Date; by: string | null };

export async function insertRemoval(
	db: Db,
	call: string,
	removed: Taken,
	{ at, by }: Signed
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.form_removal (call, removed, removed_at, removed_by)
		values (${call}, ${JSON.stringify(removed)}, ${at}, ${by}) returning id`;
	return row!.id;
}

/** The latest first, as far as they were not put back. */
export function listRemovals(db: Db, call: string): Promise<RemovalRow[]> {
	return db<RemovalRow[]>`
		select id, removed, removed_at, removed_by from programmes.form_removal
		where call = ${call} and put_back_at is null order by removed_at desc, id limit 20`;
}

/** Held until the transaction ends, so that two who put it back put it back once. */
export async function lockRemoval(db: Db, call: string, id: string): Promise<RemovalRow | undefined> {
	const [row] = await db<RemovalRow[]>`
		select id, removed, removed_at, removed_by from programmes.form_removal
		where call = ${call} and id = ${id} and put_back_at is null for update`;
	return row;
}

export async function markPutBack(db: Db, id: string, now: Date): Promise<void> {
	await db`update programmes.form_removal set put_back_at = ${now} where id = ${id}`;
}
