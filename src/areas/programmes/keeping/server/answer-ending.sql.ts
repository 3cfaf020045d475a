import type { Typed, Value } from '#areas/forms';
import type { Db } from '#server/db';

export type KeptAnswer = { expression: string; question: string; typed: Typed; value: Value };

/** What is still there of these questions, of these applications. */
export function listAnswersTo(
	db: Db,
	expressions: readonly string[],
	questions: readonly string[]
): Promise<KeptAnswer[]> {
	return db<KeptAnswer[]>`
		select expression, question, typed, value from programmes.answer
		where expression = any(${expressions as string[]}::uuid[]) and question = any(${questions as string[]}::text[])
			and deleted_at is null
		order by expression, question`;
}

/** What it says, meant, said before and was held against goes at once. That there was an answer stays, with the day. */
export async function emptyAnswer(db: Db, expression: string, question: string, at: Date): Promise<boolean> {
	const rows = await db`
		update programmes.answer set typed = 'null', value = 'null', version = version + 1, deleted_at = ${at}
		where expression = ${expression} and question = ${question} and deleted_at is null returning 1`;
	await db`delete from programmes.former_answer where expression = ${expression} and question = ${question}`;
	await db`delete from programmes.earlier_text where expression = ${expression} and question = ${question}`;
	await db`
		update programmes.reopened_question set said = null
		where question = ${question} and reopening in (select id from programmes.reopening where expression = ${expression})`;
	return rows.length > 0;
}
