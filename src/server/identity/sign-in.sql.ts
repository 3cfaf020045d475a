import type { Db } from '#server/db';

export async function insertSignIn(
	db: Db,
	asked: { person: string | undefined; locale: string; onward: string | undefined; at: Date }
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into identity.sign_in (person, locale, onward, asked_at)
		values (${asked.person ?? null}, ${asked.locale}, ${asked.onward ?? null}, ${asked.at})
		returning id`;
	return row!.id;
}

export type Asked = { email: string; name: string; locale: string };

/** Who asked, if anybody has that address, and has not signed in by it already. */
export async function findAsked(db: Db, id: string, askedSince: Date): Promise<Asked | undefined> {
	const [row] = await db<Asked[]>`
		select person.email, person.name,
			case when person.chose_locale then person.locale else sign_in.locale end as locale
		from identity.sign_in join identity.person on person.id = sign_in.person
		where sign_in.id = ${id} and sign_in.asked_at > ${askedSince} and sign_in.used_at is null`;
	return row;
}

/** The link of this request is the newest one made for it. */
export async function keepVerifier(db: Db, id: string, verifier: Buffer, at: Date): Promise<boolean> {
	const { count } = await db`
		update identity.sign_in set verifier = ${verifier}, minted_at = ${at}
		where id = ${id} and used_at is null and person is not null`;
	return count === 1;
}

/** Once: of two that press at the same moment, the second finds it used. */
export async function useLink(
	db: Db,
	verifier: Buffer,
	now: Date,
	mintedSince: Date
): Promise<{ id: string; person: string; onward: string | null } | undefined> {
	const [row] = await db<{ id: string; person: string; onward: string | null }[]>`
		update identity.sign_in set used_at = ${now}
		where verifier = ${verifier} and used_at is null and minted_at > ${mintedSince}
		returning id, person, onward`;
	return row;
}

/** Whoever signed in needs none of the other links that they asked for. */
export async function dropUnused(db: Db, person: string): Promise<void> {
	await db`delete from identity.sign_in where person = ${person} and used_at is null`;
}

export async function deleteOldSignIns(db: Db, askedBefore: Date): Promise<void> {
	await db`delete from identity.sign_in where asked_at < ${askedBefore}`;
}
