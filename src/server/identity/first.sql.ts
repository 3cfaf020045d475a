import type { Db } from '#server/db';

/** Has this Placard ever had an administrator? */
export async function hasHadAdministrator(db: Db): Promise<boolean> {
	const [row] = await db<{ had: boolean }[]>`
		select exists (select from identity.appointment where role = 'administrator') as had`;
	return row!.had;
}

/** There is one link at a time: making another ends it. */
export async function keepFirstLink(db: Db, verifier: Buffer, at: Date): Promise<void> {
	await db`
		insert into identity.first_link (verifier, minted_at) values (${verifier}, ${at})
		on conflict (one) do update set verifier = excluded.verifier, minted_at = excluded.minted_at`;
}

/** Once: of two who press at the same moment, the second finds nothing. */
export async function useFirstLink(db: Db, verifier: Buffer): Promise<boolean> {
	const { count } = await db`delete from identity.first_link where verifier = ${verifier}`;
	return count === 1;
}
