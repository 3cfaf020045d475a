import type { Db } from '#server/db';

/** New ones take the place of all that were there. */
export async function replaceCodes(db: Db, person: string, verifiers: Buffer[], at: Date): Promise<void> {
	await deleteCodes(db, person);
	await db`insert into identity.recovery_code ${db(
		verifiers.map((verifier) => ({ person, verifier, made_at: at }))
	)}`;
}

/** Once: of two that send the same code at the same moment, the second finds it used. */
export async function useCode(db: Db, person: string, verifier: Buffer, at: Date): Promise<boolean> {
	const { count } = await db`
		update identity.recovery_code set used_at = ${at}
		where person = ${person} and verifier = ${verifier} and used_at is null`;
	return count === 1;
}

export async function countUnused(db: Db, person: string): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from identity.recovery_code where person = ${person} and used_at is null`;
	return row!.count;
}

export async function deleteCodes(db: Db, person: string): Promise<void> {
	await db`delete from identity.recovery_code where person = ${person}`;
}
