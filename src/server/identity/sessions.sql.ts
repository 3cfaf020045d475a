import type { Db } from '#server/db';
import type { Assurance, Role } from '#shared/actor';
import type { Device } from './device.ts';
import { factorsOf, rolesOf } from './people.sql.ts';

type NewSession = {
	person: string;
	verifier: Buffer;
	assurance: Assurance;
	device: Device;
	at: Date;
	endsAt: Date;
};

export async function insertSession(db: Db, session: NewSession): Promise<string> {
	const { person, verifier, assurance, device, at, endsAt } = session;
	const [row] = await db<{ id: string }[]>`
		insert into identity.session (person, verifier, assurance, browser, system, began_at, seen_at, ends_at)
		values (${person}, ${verifier}, ${assurance}, ${device.browser}, ${device.system}, ${at}, ${at}, ${endsAt})
		returning id`;
	await db`update identity.person set seen_on = ${at}::timestamptz at time zone 'UTC' where id = ${person}`;
	return row!.id;
}

export type Recognised = {
	id: string;
	person: string;
	assurance: Assurance;
	seenAt: Date;
	roles: Role[];
	factors: number;
};

/** The session as long as it lasts: neither ended nor left alone since `idleSince`. */
export async function findSession(
	db: Db,
	verifier: Buffer,
	now: Date,
	idleSince: Date
): Promise<Recognised | undefined> {
	const [row] = await db<Recognised[]>`
		select session.id, session.person, session.assurance, session.seen_at,
			${rolesOf(db, now)} as roles, ${factorsOf(db)} as factors
		from identity.session join identity.person on person.id = session.person
		where session.verifier = ${verifier} and session.ends_at > ${now} and session.seen_at > ${idleSince}`;
	return row;
}

export async function markSeen(db: Db, id: string, at: Date): Promise<void> {
	await db`update identity.session set seen_at = ${at} where id = ${id}`;
}

/** Another token from now on: what was known of the session before is worth nothing. */
export async function raise(
	db: Db,
	session: { id: string; person: string; verifier: Buffer; at: Date; endsAt: Date }
): Promise<boolean> {
	const { id, person, verifier, at, endsAt } = session;
	const { count } = await db`
		update identity.session set verifier = ${verifier}, assurance = 2, seen_at = ${at}, ends_at = ${endsAt}
		where id = ${id} and person = ${person} and ends_at > ${at}`;
	return count === 1;
}

export type SessionRow = { id: string; beganAt: Date; seenAt: Date; assurance: Assurance } & Device;

export async function sessionsOf(db: Db, person: string, now: Date, idleSince: Date): Promise<SessionRow[]> {
	return db<SessionRow[]>`
		select id, began_at, seen_at, assurance, browser, system from identity.session
		where person = ${person} and ends_at > ${now} and seen_at > ${idleSince}
		order by seen_at desc, id`;
}

export async function deleteSession(db: Db, person: string, id: string): Promise<boolean> {
	const { count } = await db`delete from identity.session where id = ${id} and person = ${person}`;
	return count === 1;
}

export async function deleteByVerifier(db: Db, verifier: Buffer): Promise<string | undefined> {
	const [row] = await db<{ id: string }[]>`
		delete from identity.session where verifier = ${verifier} returning id`;
	return row?.id;
}

/** Every session of a person, but the one that stays. */
export async function deleteSessionsOf(db: Db, person: string, except?: string): Promise<number> {
	const { count } = await db`
		delete from identity.session where person = ${person} and id is distinct from ${except ?? null}::uuid`;
	return count;
}

export async function deleteOverSessions(db: Db, now: Date, idleSince: Date): Promise<void> {
	await db`delete from identity.session where ends_at <= ${now} or seen_at <= ${idleSince}`;
}
