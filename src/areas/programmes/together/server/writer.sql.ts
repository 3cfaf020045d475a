import type { Db } from '#server/db';

/** `name` null: they are shown as "somebody". */
export type Wrote = { writer: string; name: string | null; at: Date };
export type Writers = {
	/** Who leads. Null: it is one person's, and nobody is named. */
	lead: string | null;
	leadName: string;
	/** Who wrote each answer last, and when. */
	wrote: Record<string, Wrote>;
};

export const alone: Writers = { lead: null, leadName: '', wrote: {} };

type Row = Wrote & { lead: string; leadName: string; question: string | null };

export async function findWriters(db: Db, expression: string): Promise<Writers> {
	const rows = await db<Row[]>`
		select lead.id as lead, lead.name as lead_name, answer.question, answer.writer, answer.changed_at as at,
			case when person.as_somebody then null else person.name end as name
		from programmes.co_applicant lead
		left join programmes.answer on answer.expression = lead.expression and answer.writer is not null
		left join programmes.co_applicant person on person.id = answer.writer
		where lead.expression = ${expression} and lead.may = 'lead' and lead.ended_at is null`;
	const wrote = rows.flatMap(({ question, writer, name, at }) =>
		question ? [[question, { writer, name, at }] as const] : []
	);
	return {
		lead: rows[0]?.lead ?? null,
		leadName: rows[0]?.leadName ?? '',
		wrote: Object.fromEntries(wrote)
	};
}

export async function signAnswer(
	db: Db,
	{ expression, question, writer }: { expression: string; question: string; writer: string }
): Promise<void> {
	await db`
		update programmes.answer set writer = ${writer} where expression = ${expression} and question = ${question}`;
}
