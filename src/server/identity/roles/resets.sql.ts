import type { Db } from '#server/db';
import type { Role } from '#shared/actor';
import { rolesOf } from '../people.sql.ts';

export async function insertReset(
	db: Db,
	{ person, by, at }: { person: string; by: string; at: Date }
): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		insert into identity.reset (person, asked_by, asked_at) values (${person}, ${by}, ${at})
		on conflict (person) where decided_at is null do nothing
		returning id`;
	return row?.id;
}

/** Nobody decided: as if it had not been asked. */
export async function deleteLapsed(db: Db, person: string, askedBefore: Date): Promise<void> {
	await db`
		delete from identity.reset
		where person = ${person} and decided_at is null and asked_at <= ${askedBefore}`;
}

export type OpenReset = { id: string; person: string; askedBy: string; askerRoles: Role[] };

/** Undecided, and not forgotten. Locked: of two who decide at the same moment, the second finds it decided. */
export async function findOpenReset(
	db: Db,
	id: string,
	{ now, askedSince }: { now: Date; askedSince: Date }
): Promise<OpenReset | undefined> {
	const [row] = await db<OpenReset[]>`
		select reset.id, reset.person, reset.asked_by, ${rolesOf(db, now)} as asker_roles
		from identity.reset join identity.person on person.id = reset.asked_by
		where reset.id = ${id} and reset.decided_at is null and reset.asked_at > ${askedSince}
		for update of reset`;
	return row;
}

export async function decide(
	db: Db,
	{ id, by, agreed, at }: { id: string; by: string; agreed: boolean; at: Date }
): Promise<void> {
	await db`
		update identity.reset set decided_by = ${by}, decided_at = ${at}, agreed = ${agreed} where id = ${id}`;
}

export type AskedReset = {
	id: string;
	person: string;
	name: string;
	askedBy: string;
	askerName: string;
	askedAt: Date;
};

export async function openResets(db: Db, askedSince: Date): Promise<AskedReset[]> {
	return db<AskedReset[]>`
		select reset.id, reset.person, person.name, reset.asked_by, asker.name as asker_name, reset.asked_at
		from identity.reset
		join identity.person on person.id = reset.person
		join identity.person as asker on asker.id = reset.asked_by
		where reset.decided_at is null and reset.asked_at > ${askedSince}
		order by reset.asked_at, reset.id`;
}

export async function deleteFactors(db: Db, person: string): Promise<void> {
	await db`delete from identity.app where person = ${person}`;
	await db`delete from identity.passkey where person = ${person}`;
	await db`delete from identity.recovery_code where person = ${person}`;
}
