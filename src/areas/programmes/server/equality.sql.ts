import type { Db } from '#server/db';
import type { EqualityCount } from '../equality.ts';

/** True once for each expression: whoever is first may be counted. */
export async function markEqualityAsked(db: Db, expression: string): Promise<boolean> {
	const rows = await db`
		update programmes.expression set equality_asked = true
		where id = ${expression} and not equality_asked returning 1`;
	return rows.length > 0;
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
