import type { Actor } from '#shared/actor';
import type { Db } from '#server/db';
import { expressionTables, visibleTo } from '../../server/expression.sql.ts';

export type QuestionRow = {
	id: string;
	call: string;
	words: string;
	email: string | null;
	locale: string;
	askedAt: Date;
	how: 'for-all' | 'private' | 'set-aside' | null;
	answer: string | null;
	reply: string | null;
	endedAt: Date | null;
	endedBy: string | null;
};

export type AnswerRow = {
	id: string;
	call: string;
	question: string;
	answer: string;
	language: string;
	edition: number;
	publishedAt: Date;
	changedAt: Date | null;
	takenDownAt: Date | null;
};

type NewQuestion = { call: string; words: string; email: string | null; locale: string; at: Date };

export async function insertQuestion(
	db: Db,
	{ call, words, email, locale, at }: NewQuestion
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.question (call, words, email, locale, asked_at)
		values (${call}, ${words}, ${email}, ${locale}, ${at}) returning id`;
	return row!.id;
}

/** What staff have still to answer comes first, the oldest on top; then what was answered, the latest on top. */
export function listQuestions(db: Db, call: string): Promise<QuestionRow[]> {
	return db<QuestionRow[]>`
		${questions(db)} where question.call = ${call}
		order by ended.at is not null, ended.at desc, question.asked_at, question.id`;
}

/** Held until the transaction ends. */
export async function lockQuestion(db: Db, id: string): Promise<QuestionRow | undefined> {
	await db`select 1 from programmes.question where id = ${id} for update`;
	return findQuestion(db, id);
}

export async function findQuestion(db: Db, id: string): Promise<QuestionRow | undefined> {
	const [row] = await db<QuestionRow[]>`${questions(db)} where question.id = ${id}`;
	return row;
}

type NewEnd = { question: string; at: Date; by: string } & Pick<QuestionRow, 'how'> & {
		answer?: string;
		words?: string;
	};

/** False: it was ended already, and stays as it was. */
export async function insertQuestionEnd(db: Db, end: NewEnd): Promise<boolean> {
	const { question, how, answer = null, words = null, at, by } = end;
	const rows = await db`
		insert into programmes.question_end (question, how, answer, words, at, by)
		values (${question}, ${how}, ${answer}, ${words}, ${at}, ${by}) on conflict do nothing returning 1`;
	return rows.length > 0;
}

/** The address was for the answer, and the answer is on its way. */
export async function forgetAddress(db: Db, question: string): Promise<void> {
	await db`update programmes.question set email = null where id = ${question}`;
}

/** What was answered, or nobody answered, long enough ago. Returns their ids. */
export async function deleteQuestions(
	db: Db,
	{ endedBefore, askedBefore }: { endedBefore: Date; askedBefore: Date }
): Promise<string[]> {
	const rows = await db<{ id: string }[]>`
		delete from programmes.question where id in (
			select question.id from programmes.question
			left join programmes.question_end ended on ended.question = question.id
			where ended.at <= ${endedBefore} or (ended.at is null and question.asked_at <= ${askedBefore}))
		returning id`;
	return rows.map(({ id }) => id);
}

/** What everybody may read, the latest first. */
export function listAnswersForAll(db: Db, call: string): Promise<AnswerRow[]> {
	return db<AnswerRow[]>`
		${answers(db)} where answer.call = ${call} and down.at is null
		order by coalesce(answer.changed_at, answer.published_at) desc, answer.id`;
}

export async function findAnswerForAll(db: Db, id: string): Promise<AnswerRow | undefined> {
	const [row] = await db<AnswerRow[]>`${answers(db)} where answer.id = ${id} and down.at is null`;
	return row;
}

/** Held until the transaction ends. */
export async function lockAnswerForAll(db: Db, id: string): Promise<AnswerRow | undefined> {
	await db`select 1 from programmes.answer_for_all where id = ${id} for update`;
	return findAnswerForAll(db, id);
}

type Published = { call: string; question: string; answer: string; language: string; at: Date; by: string };

export async function insertAnswerForAll(
	db: Db,
	{ call, question, answer, language, at, by }: Published
): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into programmes.answer_for_all (call, question, answer, language, published_at, published_by)
		values (${call}, ${question}, ${answer}, ${language}, ${at}, ${by}) returning id`;
	return row!.id;
}

export async function saveAnswerForAll(
	db: Db,
	id: string,
	{ question, answer, language, at }: Pick<Published, 'question' | 'answer' | 'language' | 'at'>
): Promise<void> {
	await db`
		update programmes.answer_for_all
		set question = ${question}, answer = ${answer}, language = ${language}, changed_at = ${at}, edition = edition + 1
		where id = ${id}`;
}

export async function insertTakenDown(
	db: Db,
	answer: string,
	{ at, by }: { at: Date; by: string }
): Promise<void> {
	await db`insert into programmes.answer_taken_down (answer, at, by) values (${answer}, ${at}, ${by})`;
}

/** The names of the groups that applied, of those that the actor may see: a published wording should hold none. */
export async function listGroups(db: Db, actor: Actor, call: string): Promise<string[]> {
	const rows = await db<{ name: string }[]>`
		select answer.value #>> '{}' as name ${expressionTables(db)}
		join programmes.answer on answer.expression = expression.id and answer.question = 'group'
		where expression.call = ${call} and ${visibleTo(db, actor)} and jsonb_typeof(answer.value) = 'string'`;
	return rows.map(({ name }) => name);
}

function questions(db: Db) {
	return db`
		select question.*, ended.how, ended.answer, ended.words as reply, ended.at as ended_at, ended.by as ended_by
		from programmes.question left join programmes.question_end ended on ended.question = question.id`;
}

function answers(db: Db) {
	return db`
		select answer.*, down.at as taken_down_at
		from programmes.answer_for_all answer left join programmes.answer_taken_down down on down.answer = answer.id`;
}
