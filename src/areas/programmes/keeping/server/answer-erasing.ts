import type { Context } from '#server/use-case';
import { keepCard } from '../../caseload/server/cards.ts';
import { forget } from '../../server/expression-files.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { emptyAnswer } from './answer-ending.sql.ts';
import type { AnswerEnding } from './answer-endings.ts';
import type { Line } from './erasing-run.sql.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };

/** Answers, what they said before and their files go at once; the words by which the application is found are made anew. */
export async function eraseAnswers(context: Recording, all: readonly AnswerEnding[]): Promise<Line[]> {
	const gone: AnswerEnding[] = [];
	for (const [id, answers] of Map.groupBy(all, ({ expression }) => expression)) {
		await lockExpression(context.db, id);
		for (const answer of answers) if (await eraseAnswer(context, answer)) gone.push(answer);
		await keepCard(context, id);
		await context.record('expression.answers-deleted', { id, call: answers[0]!.call.id });
	}
	return linesOf(gone);
}

async function eraseAnswer(
	context: Recording,
	{ expression, question, typed }: AnswerEnding
): Promise<boolean> {
	await forget(context, { expression: { id: expression } }, typed);
	return emptyAnswer(context.db, expression, question.key, context.now);
}

function linesOf(gone: readonly AnswerEnding[]): Line[] {
	const groups = Map.groupBy(gone, ({ call, question }) => `${call.id} ${question.key}`);
	return [...groups.values()].map((group) => ({
		call: group[0]!.call.id,
		why: 'question',
		sent: true,
		question: group[0]!.question.key,
		count: group.length
	}));
}
