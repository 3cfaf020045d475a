import {
	asked,
	meanings,
	obstacles,
	questionsOf,
	saysTheSame,
	type Answers,
	type Question
} from '#areas/forms';
import type { Context } from '#server/use-case';
import { keepCard } from '../caseload/server/cards.ts';
import { settleAnswer, writeValue } from './answer.sql.ts';
import type { Whole } from './whole.ts';

/**
 * After a save: a draft's answers mean what is typed, as far as they are asked. What was sent stays whole: changes count
 * once nothing is in the way of any.
 */
export async function settle(context: Context, whole: Whole, answers: Answers): Promise<void> {
	if (!whole.expression.submittedAt) return settleDraft(context, whole, answers);
	if (obstacles(whole.form, answers).length) return;
	await settleTo(context, whole, answers, questionsOf(whole.form));
	await keepCard(context, whole.expression.id);
}

/** One answer can take the meaning from others, and give it back: conditions are looked at together. */
async function settleDraft({ db }: Context, { expression, form }: Whole, answers: Answers): Promise<void> {
	const meant = meanings(form, answers);
	for (const [question, answer] of Object.entries(answers)) {
		const value = meant.get(question) ?? null;
		if (!saysTheSame(value, answer.value))
			await writeValue(db, { expression: expression.id, question, value });
	}
}

/** These mean from now on what is typed; others that are not asked after that mean nothing. */
export async function settleTo(
	{ db, now }: Context,
	{ expression, form }: Pick<Whole, 'expression' | 'form'>,
	answers: Answers,
	named: readonly Question[]
): Promise<void> {
	const meant = meanings(form, answers);
	const keys = new Set(named.map(({ key }) => key));
	const after = Object.fromEntries(
		Object.entries(answers).map(([key, answer]) => [
			key,
			keys.has(key) ? { ...answer, value: meant.get(key) ?? null } : answer
		])
	);
	const still = asked(form, after, 'meant');
	for (const [question, { value }] of Object.entries(after)) {
		const wanted = still.has(question) ? value : null;
		if (!saysTheSame(wanted, answers[question]!.value))
			await settleAnswer(db, { expression: expression.id, question, at: now, value: wanted });
	}
}
