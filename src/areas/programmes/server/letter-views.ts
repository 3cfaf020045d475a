import type { Context, Details } from '#server/use-case';
import { sentenceOfDate, sentenceOfDay, sentenceOfInstant } from '#words/dates';
import { stateOf } from '../expression.ts';
import { isBlank, questionsOf } from '#areas/forms';
import type { Audience } from '../starter-form.ts';
import { expressionFor, isAmongMany, type ExpressionView } from './expression-views.ts';
import { findExpressionById } from './expression.sql.ts';
import { readWhole, type Whole } from './whole.ts';

/** What letters about an expression are made from, at the moment of sending. Access needs are in no letter. */
export type LetterView = {
	expression: ExpressionView;
	copyWanted: boolean;
	/** Something that staff read after the decision was answered. */
	keepsForLater: boolean;
	ends: string;
	lastMinute: string;
	decisions: string | null;
	deleted: string | null;
	contact: string;
	days: number;
};

/** Nothing, when it was erased or is no longer what the letter is about: then nothing is sent. */
export async function letterView(
	context: Context,
	{ expression: id, days }: Details,
	states: readonly ReturnType<typeof stateOf>[]
): Promise<LetterView | undefined> {
	const row = await findExpressionById(context.db, String(id));
	if (!row || !states.includes(stateOf(row))) return undefined;
	const whole = await readWhole(context, row);
	const expression = expressionFor({ is: 'applicant', co: null }, whole, context.now, 'many');
	const { contact } = whole.call.content;
	return {
		expression,
		copyWanted: row.copyWanted,
		keepsForLater: keepsForLater(whole, context.now),
		ends: sentenceOfInstant(expression.ends.instant, expression.ends.zone),
		lastMinute: sentenceOfInstant(expression.lastMinute.instant, expression.lastMinute.zone),
		decisions: expression.call.decisionsBy && sentenceOfDay(expression.call.decisionsBy),
		deleted: expression.ending && sentenceOfDate(expression.ending.at, expression.call.zone),
		contact: [contact.name, contact.email].filter(Boolean).join(', '),
		days: Number(days ?? 0)
	};
}

function keepsForLater({ form, answers, call }: Whole, now: Date): boolean {
	return questionsOf(form).some(
		({ key, seenBy }) =>
			seenBy === 'later' &&
			!isBlank(answers[key]?.typed) &&
			!isAmongMany({ seenBy: seenBy as Audience }, call, now)
	);
}
