import type { Db } from '#server/db';

export async function insertReturnCode(
	db: Db,
	verifier: Buffer,
	expression: string,
	at: Date
): Promise<void> {
	await db`
		insert into programmes.return_code (verifier, expression, made_at) values (${verifier}, ${expression}, ${at})
		on conflict do nothing`;
}

type Opened = { expression: string; reference: string };

/** What a code opens. What was erased is opened by none. */
export async function findByReturnCode(db: Db, verifier: Buffer): Promise<Opened | undefined> {
	const [row] = await db<Opened[]>`
		select expression.id as expression, expression.reference
		from programmes.return_code join programmes.expression on expression.id = return_code.expression
		where return_code.verifier = ${verifier} and expression.erased_at is null`;
	return row;
}

export async function hasReturnCode(db: Db, verifier: Buffer, expression: string): Promise<boolean> {
	const rows = await db`
		select 1 from programmes.return_code where verifier = ${verifier} and expression = ${expression}`;
	return rows.length > 0;
}

export async function insertDevice(
	db: Db,
	device: { verifier: Buffer; expression: string; at: Date; endsAt: Date }
) {
	await db`
		insert into programmes.device (verifier, expression, opened_at, seen_at, ends_at)
		values (${device.verifier}, ${device.expression}, ${device.at}, ${device.at}, ${device.endsAt})`;
}

type Device = { expression: string; seenAt: Date };

/** The expression open in this browser under this reference. */
export async function findDevice(
	db: Db,
	verifier: Buffer,
	reference: string,
	now: Date
): Promise<Device | undefined> {
	const [row] = await db<Device[]>`
		select device.expression, device.seen_at
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

/** Every way in: codes, links and browsers. */
export async function deleteWaysIn(db: Db, expression: string): Promise<void> {
	await db`delete from programmes.return_code where expression = ${expression}`;
	await db`delete from programmes.device where expression = ${expression}`;
}

export async function countWaysIn(
	db: Db,
	expression: string,
	now: Date
): Promise<{ codes: number; devices: number }> {
	const [row] = await db<{ codes: number; devices: number }[]>`
		select
			(select count(*)::int from programmes.return_code where expression = ${expression}) as codes,
			(select count(*)::int from programmes.device where expression = ${expression} and ends_at > ${now}) as devices`;
	return row!;
}
