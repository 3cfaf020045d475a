import type { Db } from '#server/db';

export type Writers = {
	/** Who leads. Null: it is one person's, and nobody is named. */
	lead: string | null;
	leadName: string;
	/** Who wrote each answer last, and when. */
	wrote: Record<string, { writer: string; at: Date }>;
};

export const alone: Writers = { lead: null, leadName: '', wrote: {} };

export async function findWriters(db: Db, expression: string): Promise<Writers> {
	const rows = await db<{ lead: string; name: string; question: string | null; writer: string; at: Date }[]>`
		select lead.id as lead, lead.name, answer.question, answer.writer, answer.changed_at as at
		from programmes.co_applicant lead
		left join programmes.answer on answer.expression = lead.expression and answer.writer is not null
		where lead.expression = ${expression} and lead.may = 'lead' and lead.ended_at is null`;
	const wrote = rows.flatMap(({ question, writer, at }) => (question ? [[question, { writer, at }]] : []));
	return {
		lead: rows[0]?.lead ?? null,
		leadName: rows[0]?.name ?? '',
		wrote: Object.fromEntries(wrote) as Writers['wrote']
	};
}

export async function signAnswer(
	db: Db,
	{ expression, question, writer }: { expression: string; question: string; writer: string }
): Promise<void> {
	await db`
		update programmes.answer set writer = ${writer} where expression = ${expression} and question = ${question}`;
}
