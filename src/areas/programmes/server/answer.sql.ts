import type { Answer, Answers, Typed, Value } from '#areas/forms';
import type { Db } from '#server/db';

type AnswerRow = Answer & { question: string; deletedAt: Date | null };

export async function findAnswers(db: Db, expression: string): Promise<Answers> {
	const rows = await db<AnswerRow[]>`
		select question, typed, value, version, deleted_at from programmes.answer where expression = ${expression}`;
	return byQuestion(rows);
}

/** The answers of several, by the id of their expression. */
export async function findAnswersOf(db: Db, expressions: readonly string[]): Promise<Map<string, Answers>> {
	const rows = await db<(AnswerRow & { expression: string })[]>`
		select expression, question, typed, value, version, deleted_at from programmes.answer
		where expression = any(${expressions}::uuid[])`;
	const byExpression = Map.groupBy(rows, ({ expression }) => expression);
	return new Map([...byExpression].map(([id, answers]) => [id, byQuestion(answers)]));
}

function byQuestion(rows: readonly AnswerRow[]): Answers {
	return Object.fromEntries(
		rows.map(({ question, typed, value, version, deletedAt }) => [
			question,
			{ typed, value, version, ...(deletedAt ? { deleted: true as const } : {}) }
		])
	);
}

type Which = { expression: string; question: string; at: Date };
type NewAnswer = Which & { typed: Typed; value: Value; locale: string };

/** Writes the next version of what was typed, with what it means to others. Returns which version it is. */
export async function saveAnswer(
	db: Db,
	{ expression, question, at, typed, value, locale }: NewAnswer
): Promise<number> {
	const [saved] = await db<{ version: number }[]>`
		insert into programmes.answer (expression, question, typed, value, version, changed_at)
		values (${expression}, ${question}, ${asJson(typed)}, ${asJson(value)}, 1, ${at})
		on conflict (expression, question) do update
		set typed = excluded.typed, value = excluded.value, version = answer.version + 1, changed_at = excluded.changed_at,
			deleted_at = null
		returning version`;
	await db`update programmes.expression set changed_at = ${at}, locale = ${locale} where id = ${expression}`;
	return saved!.version;
}

/** What a draft's answer means, when another answer changed that. What is typed stays, and so does its version. */
export async function writeValue(
	db: Db,
	{ expression, question, value }: Omit<Which, 'at'> & { value: Value }
): Promise<void> {
	await db`
		update programmes.answer set value = ${asJson(value)}
		where expression = ${expression} and question = ${question}`;
}

/** From now on it means this to others; what it meant is kept, nothing too, unless that lasted minutes only. */
export async function settleAnswer(
	db: Db,
	{ expression, question, at, value }: Which & { value: Value }
): Promise<void> {
	const minutesAgo = new Date(at.getTime() - 10 * 60_000);
	await db`
		insert into programmes.former_answer (expression, question, version, value, until)
		select expression, question, version, value, ${at} from programmes.answer
		where expression = ${expression} and question = ${question} and not exists (
			select from programmes.former_answer former
			where former.expression = answer.expression and former.question = answer.question and former.until > ${minutesAgo})
		on conflict do nothing`;
	await db`
		update programmes.answer set value = ${asJson(value)}
		where expression = ${expression} and question = ${question}`;
}

export type FormerAnswer = { question: string; version: number; value: Value; until: Date };

export function listFormerAnswers(db: Db, expression: string): Promise<FormerAnswer[]> {
	return db<FormerAnswer[]>`
		select question, version, value, until from programmes.former_answer
		where expression = ${expression} order by until, question`;
}

/** Text must be made into JSON here: the driver takes text for JSON that is ready. */
function asJson(value: Typed | Value): string {
	return JSON.stringify(value);
}
