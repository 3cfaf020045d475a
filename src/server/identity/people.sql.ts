import type { Db } from '#server/db';
import type { Role } from '#shared/actor';

export type Person = { id: string; email: string; name: string; locale: string };

export async function findByEmail(db: Db, email: string): Promise<Person | undefined> {
	const [row] = await db<Person[]>`
		select id, email, name, locale from identity.person where lower(email) = lower(${email})`;
	return row;
}

export async function findPerson(db: Db, id: string): Promise<Person | undefined> {
	const [row] = await db<Person[]>`select id, email, name, locale from identity.person where id = ${id}`;
	return row;
}

/** The language that somebody chose, if they did. */
export async function findChosenLanguage(db: Db, id: string): Promise<string | undefined> {
	const [row] = await db<{ locale: string }[]>`
		select locale from identity.person where id = ${id} and chose_locale`;
	return row?.locale;
}

export async function setLanguage(db: Db, id: string, locale: string): Promise<void> {
	await db`update identity.person set locale = ${locale}, chose_locale = true where id = ${id}`;
}

export function findNames(db: Db, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
	return db<{ id: string; name: string }[]>`
		select id, name from identity.person where id = any(${ids}::uuid[])`;
}

/** Nothing when somebody has that address already, even since a moment ago. */
export async function insertPerson(
	db: Db,
	{ email, name, locale }: Omit<Person, 'id'>,
	since: Date
): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		insert into identity.person (email, name, locale, since)
		values (${email}, ${name}, ${locale}, ${since})
		on conflict (lower(email)) do nothing
		returning id`;
	return row?.id;
}

/** An appointment that has begun and has neither run out nor been ended. */
export function inForce(db: Db, now: Date) {
	return db`(appointment.since <= ${now} and (appointment.until is null or appointment.until > ${now}) and appointment.ended_at is null)`;
}

/** What an account asks for: the roles in force, and how many second factors there are. */
export type Standing = { person: string; roles: Role[]; factors: number; guarded: boolean };

export async function standingOf(db: Db, person: string, now: Date): Promise<Standing | undefined> {
	const [row] = await db<Omit<Standing, 'guarded'>[]>`
		select person.id as person, ${rolesOf(db, now)} as roles, ${factorsOf(db)} as factors
		from identity.person where person.id = ${person}`;
	return row && { ...row, guarded: row.roles.length + row.factors > 0 };
}

export function rolesOf(db: Db, now: Date) {
	return db`array(
		select distinct role from identity.appointment
		where appointment.person = person.id and ${inForce(db, now)} order by role)`;
}

export function factorsOf(db: Db) {
	return db`(
		(select count(*) from identity.passkey where passkey.person = person.id) +
		(select count(*) from identity.app where app.person = person.id and app.added_at is not null))::int`;
}
