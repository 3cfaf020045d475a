import type { Typed } from '#areas/forms';
import type { Db } from '#server/db';

export type KeptRow = { typed: Typed; version: number; writer: string | null; changedAt: Date };
export type EarlierRow = {
	id: string;
	typed: Typed;
	version: number | null;
	writer: string | null;
	name: string | null;
	at: Date;
};

/** The answer as it lies there, whoever may see it. */
export async function findKept(db: Db, expression: string, question: string): Promise<KeptRow | undefined> {
	const [row] = await db<KeptRow[]>`
		select typed, version, writer, changed_at from programmes.answer
		where expression = ${expression} and question = ${question}`;
	return row;
}

type NewEarlier = {
	expression: string;
	question: string;
	typed: Typed;
	version: number | null;
	writer: string | null;
	at: Date;
};

export async function insertEarlier(db: Db, earlier: NewEarlier): Promise<void> {
	const { expression, question, typed, version, writer, at } = earlier;
	await db`
		insert into programmes.earlier_text (expression, question, typed, version, writer, at)
		values (${expression}, ${question}, ${JSON.stringify(typed)}, ${version}, ${writer}, ${at})`;
}

export async function lengthenEarlier(db: Db, id: string, typed: Typed, at: Date): Promise<void> {
	await db`update programmes.earlier_text set typed = ${JSON.stringify(typed)}, at = ${at} where id = ${id}`;
}

/** The newest first. */
export function listEarlier(db: Db, expression: string, question: string): Promise<EarlierRow[]> {
	return db<EarlierRow[]>`
		select earlier_text.id, typed, version, writer, co_applicant.name, at from programmes.earlier_text
		left join programmes.co_applicant on co_applicant.id = earlier_text.writer
		where earlier_text.expression = ${expression} and question = ${question} order by at desc, version desc nulls first`;
}

export async function countEarlier(db: Db, expression: string): Promise<Record<string, number>> {
	const rows = await db<{ question: string; count: number }[]>`
		select question, count(*)::int as count from programmes.earlier_text
		where expression = ${expression} group by question`;
	return Object.fromEntries(rows.map(({ question, count }) => [question, count]));
}
