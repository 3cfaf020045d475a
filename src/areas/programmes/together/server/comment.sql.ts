import type { Db } from '#server/db';

export type CommentRow = {
	id: string;
	question: string;
	writer: string;
	name: string;
	words: string;
	writtenAt: Date;
};

export function listComments(
	db: Db,
	expression: string,
	questions: readonly string[]
): Promise<CommentRow[]> {
	return db<CommentRow[]>`
		select co_comment.id, question, writer, co_applicant.name, words, written_at from programmes.co_comment
		join programmes.co_applicant on co_applicant.id = co_comment.writer
		where co_comment.expression = ${expression} and question = any(${questions as string[]})
		order by written_at, co_comment.id`;
}

export async function countComments(db: Db, expression: string): Promise<number> {
	const [row] = await db<{ count: number }[]>`
		select count(*)::int as count from programmes.co_comment where expression = ${expression}`;
	return row!.count;
}

type NewComment = { expression: string; question: string; writer: string; words: string; at: Date };

export async function insertComment(
	db: Db,
	{ expression, question, writer, words, at }: NewComment
): Promise<void> {
	await db`
		insert into programmes.co_comment (expression, question, writer, words, written_at)
		values (${expression}, ${question}, ${writer}, ${words}, ${at})`;
}

/** Which question it was on, when it was theirs. */
export async function deleteComment(db: Db, id: string, writer: string | null): Promise<string | undefined> {
	const [row] = await db<{ question: string }[]>`
		delete from programmes.co_comment where id = ${id} and writer = ${writer} returning question`;
	return row?.question;
}
