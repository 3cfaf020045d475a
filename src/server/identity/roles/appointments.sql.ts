import type { Db } from '#server/db';
import type { Role } from '#shared/actor';
import { inForce } from '../people.sql.ts';

export type NewAppointment = { person: string; role: Role; until: Date | null; by: string | null };

export async function insertAppointment(
	db: Db,
	{ person, role, until, by }: NewAppointment,
	since: Date
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into identity.appointment (person, role, since, until, given_by)
		values (${person}, ${role}, ${since}, ${until}, ${by})
		returning id`;
	return row!.id;
}

/** One at a time: of two administrators who end each other at the same moment, the second finds herself the last. */
export async function takeTurn(db: Db): Promise<void> {
	await db`select pg_advisory_xact_lock(hashtext('identity.appointment'))`;
}

export async function holds(db: Db, person: string, role: Role, now: Date): Promise<boolean> {
	const [row] = await db<{ holds: boolean }[]>`
		select exists (
			select from identity.appointment
			where person = ${person} and role = ${role} and ${inForce(db, now)}
		) as holds`;
	return row!.holds;
}

/** Is there an administrator besides this person, whose role has no end? */
export async function hasOtherLastingAdministrator(db: Db, person: string, now: Date): Promise<boolean> {
	const [row] = await db<{ has: boolean }[]>`
		select exists (
			select from identity.appointment
			where person <> ${person} and role = 'administrator' and until is null and ${inForce(db, now)}
		) as has`;
	return row!.has;
}

export async function endAppointments(
	db: Db,
	{ person, role, by, at }: { person: string; role: Role; by: string | null; at: Date }
): Promise<boolean> {
	const { count } = await db`
		update identity.appointment set ended_at = ${at}, ended_by = ${by}
		where person = ${person} and role = ${role} and ${inForce(db, at)}`;
	return count > 0;
}
