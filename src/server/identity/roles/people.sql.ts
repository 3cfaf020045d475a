import type { Db } from '#server/db';
import type { Role } from '#shared/actor';
import { factorsOf, inForce, rolesOf } from '../people.sql.ts';

export type Held = { role: Role; until: Date | null };
export type PersonRow = { id: string; name: string; email: string; factors: number; roles: Held[] };

type Row = Omit<PersonRow, 'roles'> & { roles: { role: Role; until: string | null }[] };

/** Everybody with an account: staff first, then by name. */
export async function allPeople(db: Db, now: Date): Promise<PersonRow[]> {
	const rows = await db<Row[]>`
		select ${columns(db, now)} from identity.person
		order by ${rolesJson(db, now)} is null, lower(name), id`;
	return rows.map(withDates);
}

export type StaffRow = { id: string; name: string; email: string; locale: string; roles: Role[] };

/** Those with a role in force. */
export function staffNow(db: Db, now: Date): Promise<StaffRow[]> {
	return db<StaffRow[]>`
		select id, name, email, locale, roles from (
			select person.*, ${rolesOf(db, now)} as roles from identity.person) person
		where cardinality(roles) > 0 order by lower(name), id`;
}

export async function onePerson(db: Db, id: string, now: Date): Promise<PersonRow | undefined> {
	const [row] = await db<Row[]>`select ${columns(db, now)} from identity.person where id = ${id}`;
	return row && withDates(row);
}

function columns(db: Db, now: Date) {
	return db`person.id, person.name, person.email, ${factorsOf(db)} as factors, coalesce(${rolesJson(db, now)}, '[]') as roles`;
}

function rolesJson(db: Db, now: Date) {
	return db`(
		select json_agg(json_build_object('role', role, 'until', until) order by role)
		from identity.appointment where appointment.person = person.id and ${inForce(db, now)})`;
}

function withDates({ roles, ...row }: Row): PersonRow {
	return { ...row, roles: roles.map(({ role, until }) => ({ role, until: until ? new Date(until) : null })) };
}
