import type { Db } from '#server/db';
import type { PackTimes } from '../pack.ts';

export type PackRow = PackTimes & {
	id: string;
	call: string;
	slug: string;
	person: string;
	/** The filters of the list, as an address has them. */
	narrowing: string;
	locale: string;
	ids: string[];
	made: number;
};

type NewPack = Pick<PackRow, 'call' | 'person' | 'narrowing' | 'locale' | 'ids'> & { at: Date };

export async function insertPack(db: Db, pack: NewPack): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.pack (call, person, narrowing, locale, ids, asked_at)
		values (${pack.call}, ${pack.person}, ${pack.narrowing}, ${pack.locale}, ${pack.ids}::uuid[], ${pack.at})
		returning id`;
	return row!.id;
}

/** Somebody's own; a colleague's is as one that is not there. */
export async function findPackOf(db: Db, person: string, id: string): Promise<PackRow | undefined> {
	const [row] = await db<PackRow[]>`${packs(db)} where pack.id = ${id} and pack.person = ${person}`;
	return row;
}

export async function findPack(db: Db, id: string): Promise<PackRow | undefined> {
	const [row] = await db<PackRow[]>`${packs(db)} where pack.id = ${id}`;
	return row;
}

/** Somebody's own of a call, the newest first. Two presses at once wait for one another. */
export async function holdPacksOf(db: Db, person: string, call: string): Promise<PackRow[]> {
	await db`select pg_advisory_xact_lock(7252290, hashtext(${person}))`;
	return db<PackRow[]>`
		${packs(db)} where pack.person = ${person} and pack.call = ${call} order by pack.asked_at desc, pack.id`;
}

/** False: it was cancelled or begun before, or is gone. */
export async function beginPack(db: Db, id: string, at: Date): Promise<boolean> {
	const rows = await db`
		update programmes.pack set begun_at = ${at}, stirred_at = ${at}
		where id = ${id} and begun_at is null and cancelled_at is null and failed_at is null returning 1`;
	return rows.length > 0;
}

/** False: nobody wants it any more. */
export async function sayHowFar(db: Db, id: string, made: number, at: Date): Promise<boolean> {
	const rows = await db`
		update programmes.pack set made = ${made}, stirred_at = ${at}
		where id = ${id} and num_nonnulls(cancelled_at, failed_at, ready_at) = 0 returning 1`;
	return rows.length > 0;
}

/** False: it ended otherwise before. */
export async function endPack(
	db: Db,
	id: string,
	as: 'ready' | 'failed' | 'cancelled',
	at: Date
): Promise<boolean> {
	const rows = await db`
		update programmes.pack set ${db(`${as}_at`)} = ${at}
		where id = ${id} and num_nonnulls(cancelled_at, failed_at, ready_at) = 0 returning 1`;
	return rows.length > 0;
}

export function listPacksHolding(db: Db, expression: string): Promise<PackRow[]> {
	return db<PackRow[]>`${packs(db)} where pack.ids @> array[${expression}::uuid]`;
}

/** Those that nothing was heard of since. */
export function listPacksBefore(db: Db, before: Date): Promise<PackRow[]> {
	return db<PackRow[]>`
		${packs(db)} where coalesce(ready_at, failed_at, cancelled_at, stirred_at, asked_at) <= ${before}`;
}

export async function deletePack(db: Db, id: string): Promise<void> {
	await db`delete from programmes.pack where id = ${id}`;
}

function packs(db: Db) {
	return db`
		select pack.*, programme.slug from programmes.pack
		join programmes.call on call.id = pack.call join programmes.programme on programme.id = call.programme`;
}
