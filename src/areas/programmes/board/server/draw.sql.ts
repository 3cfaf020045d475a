import type { Db } from '#server/db';

export type DrawRow = {
	id: string;
	call: string;
	solving: string;
	number: number;
	list: Uint8Array<ArrayBuffer>;
	outcomes: number;
	commitment: string;
	root: string;
	secret: Uint8Array<ArrayBuffer>;
	beaconIs: string;
	beaconAt: Date;
	committedAt: Date;
	committedBy: string;
	beacon: string | null;
	drawnAt: Date | null;
	drawnBy: string | null;
	index: number | null;
	counter: number | null;
	voidedAt: Date | null;
	voidedBy: string | null;
	voidedWhy: string | null;
};

type NewDraw = Pick<
	DrawRow,
	'call' | 'solving' | 'list' | 'outcomes' | 'commitment' | 'root' | 'secret' | 'beaconIs' | 'beaconAt'
> & { at: Date; by: string };

export async function insertDraw(db: Db, draw: NewDraw): Promise<string> {
	const { call, solving, list, outcomes, commitment, root, secret, beaconIs, beaconAt, at, by } = draw;
	const [row] = await db<{ id: string }[]>`
		insert into programmes.draw (call, solving, number, list, outcomes, commitment, root, secret, beacon_is, beacon_at,
			committed_at, committed_by)
		select ${call}, ${solving}, coalesce(max(number), 0) + 1, ${Buffer.from(list)}, ${outcomes}, ${commitment}, ${root},
			${Buffer.from(secret)}, ${beaconIs}, ${beaconAt}::timestamptz, ${at}::timestamptz, ${by}::uuid
		from programmes.draw where call = ${call} returning id`;
	return row!.id;
}

/** The last first; those that were given up stay. */
export function listDraws(db: Db, call: string): Promise<DrawRow[]> {
	return db<DrawRow[]>`select * from programmes.draw where call = ${call} order by number desc`;
}

export async function findStandingDraw(db: Db, call: string): Promise<DrawRow | undefined> {
	const [row] = await db<DrawRow[]>`
		select * from programmes.draw where call = ${call} and voided_at is null for update`;
	return row;
}

type Drawn = { beacon: string; index: number; counter: number; by: string; at: Date };

export async function setDrawn(db: Db, id: string, { beacon, index, counter, by, at }: Drawn): Promise<void> {
	await db`
		update programmes.draw set beacon = ${beacon}, index = ${index}, counter = ${counter}, drawn_at = ${at}, drawn_by = ${by}
		where id = ${id} and drawn_at is null`;
}

export async function setVoided(
	db: Db,
	id: string,
	{ by, at, why }: { by: string; at: Date; why: string }
): Promise<void> {
	await db`
		update programmes.draw set voided_at = ${at}, voided_by = ${by}, voided_why = ${why}
		where id = ${id} and voided_at is null`;
}
