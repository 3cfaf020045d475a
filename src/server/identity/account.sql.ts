import type { Db } from '#server/db';
import type { Role } from '#shared/actor';
import { inForce } from './people.sql.ts';

export type HeldRole = { role: Role; until: Date | null };
export type PasskeyRow = { id: string; name: string; synced: boolean; addedAt: Date; usedAt: Date | null };

export async function rolesHeld(db: Db, person: string, now: Date): Promise<HeldRole[]> {
	return db<HeldRole[]>`
		select role, until from identity.appointment
		where person = ${person} and ${inForce(db, now)} order by role`;
}

export async function passkeysOf(db: Db, person: string): Promise<PasskeyRow[]> {
	return db<PasskeyRow[]>`
		select id, name, synced, added_at, used_at from identity.passkey
		where person = ${person} order by added_at, id`;
}

export async function appAddedAt(db: Db, person: string): Promise<Date | undefined> {
	const [row] = await db<{ addedAt: Date }[]>`
		select added_at from identity.app where person = ${person} and added_at is not null`;
	return row?.addedAt;
}
