import type { Db } from '#server/db';

/** An expression, and of several people the one whose way in it is. */
export type Whose = { expression: string; co: string | null };

export async function insertReturnCode(
	db: Db,
	verifier: Buffer,
	{ expression, co }: Whose,
	at: Date
): Promise<void> {
	await db`
		insert into programmes.return_code (verifier, expression, co, made_at)
		values (${verifier}, ${expression}, ${co}, ${at})
		on conflict do nothing`;
}

type Opened = Whose & { reference: string };

/** What a code opens. What was erased is opened by none, nor by somebody who has not said yes or is off it. */
export async function findByReturnCode(db: Db, verifier: Buffer): Promise<Opened | undefined> {
	const [row] = await db<Opened[]>`
		select expression.id as expression, expression.reference, return_code.co
		from programmes.return_code join programmes.expression on expression.id = return_code.expression
		left join programmes.co_applicant on co_applicant.id = return_code.co
		where return_code.verifier = ${verifier} and expression.erased_at is null
			and (return_code.co is null or (co_applicant.accepted_at is not null and co_applicant.ended_at is null))`;
	return row;
}

export async function hasReturnCode(db: Db, verifier: Buffer, expression: string): Promise<boolean> {
	const rows = await db`
		select 1 from programmes.return_code where verifier = ${verifier} and expression = ${expression}`;
	return rows.length > 0;
}

export async function insertDevice(db: Db, device: Whose & { verifier: Buffer; at: Date; endsAt: Date }) {
	await db`
		insert into programmes.device (verifier, expression, co, opened_at, seen_at, ends_at)
		values (${device.verifier}, ${device.expression}, ${device.co}, ${device.at}, ${device.at}, ${device.endsAt})`;
}

type Device = Whose & { seenAt: Date };

/** The expression open in this browser under this reference. */
export async function findDevice(
	db: Db,
	verifier: Buffer,
	reference: string,
	now: Date
): Promise<Device | undefined> {
	const [row] = await db<Device[]>`
		select device.expression, device.co, device.seen_at
		from programmes.device join programmes.expression on expression.id = device.expression
		where device.verifier = ${verifier} and expression.reference = ${reference} and device.ends_at > ${now}
			and expression.erased_at is null`;
	return row;
}

export async function prolongDevice(db: Db, verifier: Buffer, now: Date, endsAt: Date): Promise<void> {
	await db`update programmes.device set seen_at = ${now}, ends_at = ${endsAt} where verifier = ${verifier}`;
}

export async function deleteDevice(db: Db, verifier: Buffer): Promise<void> {
	await db`delete from programmes.device where verifier = ${verifier}`;
}

/** Every way in: codes, links and browsers. Of several people, everybody's. */
export async function deleteWaysIn(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.return_code where expression = ${expression}`;
	await db`delete from programmes.device where expression = ${expression}`;
}

/** Those of one person. */
export async function deleteOwnWaysIn(db: Db, { expression, co }: Whose): Promise<void> {
	await db`
		delete from programmes.return_code where expression = ${expression} and co is not distinct from ${co}`;
	await db`delete from programmes.device where expression = ${expression} and co is not distinct from ${co}`;
}

export async function countWaysIn(
	db: Db,
	{ expression, co }: Whose,
	now: Date
): Promise<{ codes: number; devices: number }> {
	const [row] = await db<{ codes: number; devices: number }[]>`
		select
			(select count(*)::int from programmes.return_code where expression = ${expression}
				and co is not distinct from ${co}) as codes,
			(select count(*)::int from programmes.device where expression = ${expression}
				and co is not distinct from ${co} and ends_at > ${now}) as devices`;
	return row!;
}
