import type { Db } from '#server/db';
import type { EqualityCount } from '../equality.ts';

/** True once for each expression: whoever is first may be counted. */
export async function markEqualityAsked(db: Db, expression: string): Promise<boolean> {
	const rows = await db`
		update programmes.expression set equality_asked = true
		where id = ${expression} and not equality_asked returning 1`;
	return rows.length > 0;
}

/** `week`: its Monday, all that is kept of the time. */
export async function insertBallot(db: Db, verifier: Buffer, call: string, now: Date): Promise<void> {
	await db`
		insert into programmes.equality_ballot (verifier, call, week)
		values (${verifier}, ${call}, date_trunc('week', ${now}::timestamptz, 'UTC')::date)`;
}

/** The call it was made for, once. */
export async function takeBallot(db: Db, verifier: Buffer): Promise<string | undefined> {
	const [row] = await db<{ call: string }[]>`
		delete from programmes.equality_ballot where verifier = ${verifier} returning call`;
	return row?.call;
}

export async function deleteOldBallots(db: Db, now: Date): Promise<void> {
	await db`delete from programmes.equality_ballot where week < ${now}::date - 60`;
}

export async function countChoice(db: Db, call: string, question: string, option: string): Promise<void> {
	await db`
		insert into programmes.equality_count (call, question, option, count) values (${call}, ${question}, ${option}, 1)
		on conflict (call, question, option) do update set count = equality_count.count + 1`;
}

export function listCounts(db: Db, call: string): Promise<EqualityCount[]> {
	return db<EqualityCount[]>`
		select question, option, count from programmes.equality_count where call = ${call}`;
}

/** Until when somebody may still answer: the latest extension of the call. */
export async function latestExtension(db: Db, call: string): Promise<Date | null> {
	const [row] = await db<{ until: Date | null }[]>`
		select max(until) as until
		from programmes.extension join programmes.expression on expression.id = extension.expression
		where expression.call = ${call}`;
	return row!.until;
}
