import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { isKeptFromActor } from '../../panel/server/conflict.sql.ts';

/** What one sharing out came to, by ids: what moved, and what too few may read. */
export type Shared = {
	changes: { expression: string; added: string[]; removed: { seat: string; because: string }[] }[];
	short: { expression: string; readers: number; wanted: number; because: 'few-may' | 'all-full' }[];
	/** How many circles of panellists there are whose scores can be compared. */
	circles: number;
	isFirst: boolean;
	isProven: boolean;
};
export type SharingRow = { id: string; at: Date; by: string | null; result: Shared };

/**
 * Which of them whoever looks may know of. What was shared out again by itself, and moved only what a conflict keeps
 * from them, would tell that there is something.
 */
export function isSharingFor(db: Db, actor: Actor) {
	return db`(sharing.by is not null or exists (
		select from jsonb_to_recordset(sharing.result -> 'changes') as change (expression uuid)
		where not ${isKeptFromActor(db, actor, db`change.expression`)}))`;
}

/** The last that they may know of. */
export async function findLastSharing(db: Db, actor: Actor, call: string): Promise<SharingRow | undefined> {
	const [row] = await db<SharingRow[]>`
		select id, at, by, result from programmes.sharing
		where call = ${call} and ${isSharingFor(db, actor)} order by number desc limit 1`;
	return row;
}

type New = { call: string; at: Date; by: string | null; seed: number; result: Shared };

export async function insertSharing(db: Db, { call, at, by, seed, result }: New): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.sharing (call, at, by, seed, result)
		values (${call}, ${at}, ${by}, ${seed}, ${db.json(result as never)}) returning id`;
	return row!.id;
}

export async function countSharings(db: Db, call: string): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from programmes.sharing where call = ${call}`;
	return row!.count;
}

export type ChasingRow = { seat: string; at: Date };

/** When each seat of a call was last reminded. */
export function listLastChasings(db: Db, call: string): Promise<ChasingRow[]> {
	return db<ChasingRow[]>`
		select seat, max(chasing.at) as at from programmes.chasing join programmes.seat on seat.id = chasing.seat
		where seat.call = ${call} group by seat`;
}

/** Held until the transaction ends: two who remind one person at once remind them once. */
export async function lockSeat(db: Db, seat: string): Promise<void> {
	await db`select 1 from programmes.seat where id = ${seat} for no key update`;
}

export async function insertChasing(db: Db, seat: string, at: Date, by: string | null): Promise<void> {
	await db`insert into programmes.chasing (seat, at, by) values (${seat}, ${at}, ${by})`;
}

/** Calls in which somebody reads at this moment. */
export async function listCallsInPhase(db: Db, now: Date): Promise<string[]> {
	const rows = await db<{ call: string }[]>`
		select distinct call from programmes.panel_phase where phase = 'review' and begins_at <= ${now}`;
	return rows.map(({ call }) => call);
}
