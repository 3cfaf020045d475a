import type { Context } from '#server/use-case';
import { erase, type Why } from '../../server/erasing.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { eraseAnswers } from './answer-erasing.ts';
import type { AnswerEnding } from './answer-endings.ts';
import { insertRun, type Line, type NewRun } from './erasing-run.sql.ts';

type Recording = Context & { record: (event: string, details: Record<string, string>) => Promise<void> };
export type ToErase = { expression: Pick<ExpressionRow, 'id' | 'call' | 'submittedAt'>; why: Why };

/** Deletes them all, or none, and leaves a receipt in the same transaction. Nothing to delete leaves none. */
export async function eraseAll(
	context: Recording,
	all: readonly ToErase[],
	run: NewRun,
	answers: readonly AnswerEnding[] = []
): Promise<string | null> {
	for (const { expression, why } of all) await erase(context, expression, why);
	const lines = [...linesOf(all), ...(await eraseAnswers(context, answers))];
	return lines.length ? insertRun(context.db, { at: context.now, ...run, lines }) : null;
}

/** How many of what, by call and reason. */
function linesOf(all: readonly ToErase[]): Line[] {
	const lines = new Map<string, Line>();
	for (const { expression, why } of all) {
		const line = { call: expression.call, why, sent: expression.submittedAt !== null, question: '' };
		const key = JSON.stringify(line);
		lines.set(key, { ...line, count: (lines.get(key)?.count ?? 0) + 1 });
	}
	return [...lines.values()];
}
