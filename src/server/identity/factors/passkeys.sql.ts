import type { Db } from '#server/db';
import { explainConstraint } from '#server/db';

explainConstraint('passkey_credential_key', 'passkey-refused');

export type Purpose = 'add' | 'give' | 'sign-in';

export async function keepChallenge(
	db: Db,
	{ verifier, purpose, session, at }: { verifier: Buffer; purpose: Purpose; session: string | null; at: Date }
): Promise<void> {
	await db`
		insert into identity.challenge (verifier, purpose, session, made_at)
		values (${verifier}, ${purpose}, ${session}, ${at})`;
}

/** Once, for the same purpose and in the same session for which it was made. */
export async function takeChallenge(
	db: Db,
	{
		verifier,
		purpose,
		session,
		since
	}: { verifier: Buffer; purpose: Purpose; session: string | null; since: Date }
): Promise<boolean> {
	const { count } = await db`
		delete from identity.challenge
		where verifier = ${verifier} and purpose = ${purpose}
			and session is not distinct from ${session}::uuid and made_at > ${since}`;
	return count === 1;
}

export async function deleteOldChallenges(db: Db, madeBefore: Date): Promise<void> {
	await db`delete from identity.challenge where made_at < ${madeBefore}`;
}

export type Passkey = {
	id: string;
	person: string;
	credential: string;
	publicKey: Buffer;
	counter: string;
	transports: string[];
};

export async function insertPasskey(
	db: Db,
	passkey: Omit<Passkey, 'id' | 'counter'> & { counter: number; name: string; synced: boolean; at: Date }
): Promise<void> {
	const { person, credential, publicKey, counter, transports, name, synced, at } = passkey;
	await db`
		insert into identity.passkey (person, credential, public_key, counter, transports, name, synced, added_at)
		values (${person}, ${credential}, ${publicKey}, ${counter}, ${transports}, ${name}, ${synced}, ${at})`;
}

export async function findPasskey(db: Db, credential: string): Promise<Passkey | undefined> {
	const [row] = await db<Passkey[]>`
		select id, person, credential, public_key, counter, transports from identity.passkey
		where credential = ${credential} for update`;
	return row;
}

export async function credentialsOf(
	db: Db,
	person: string
): Promise<{ credential: string; transports: string[] }[]> {
	return db<{ credential: string; transports: string[] }[]>`
		select credential, transports from identity.passkey where person = ${person} order by added_at`;
}

export async function markUsed(db: Db, id: string, counter: number, at: Date): Promise<void> {
	await db`update identity.passkey set counter = ${counter}, used_at = ${at} where id = ${id}`;
}

export async function deletePasskey(db: Db, person: string, id: string): Promise<boolean> {
	const { count } = await db`delete from identity.passkey where id = ${id} and person = ${person}`;
	return count === 1;
}
