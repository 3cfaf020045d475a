import { read, type Answer, type Question, type ShownQuestion, type Typed } from '#areas/forms';
import type { Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { saveAnswer } from './answer.sql.ts';
import { signAnswer } from '../together/server/writer.sql.ts';
import { coOf } from '../together/server/who.ts';
import type { Whole } from './whole.ts';

/** What became of one answer. */
export type Outcome = {
	answer: Answer | undefined;
	/** Why it could not be kept at all: the sentence. */
	unsaved?: string | undefined;
	/** What somebody else saved after this page was opened. */
	meanwhile?: string | undefined;
	/** Of several people: who, and what can be done with the two. */
	meanwhileBy?: string | undefined;
	choices?: ShownQuestion['choices'];
};
/** Writes it. What was sent already goes on meaning to others what it meant; `settle` says when that changes. */
export async function keep(
	context: Context,
	{ expression, answers }: Whole,
	question: Question,
	typed: Typed
) {
	const kept = answers[question.key];
	const value = expression.submittedAt ? (kept?.value ?? null) : read(question, typed).value;
	const which = { expression: expression.id, question: question.key, at: context.now };
	const version = await saveAnswer(context.db, {
		...which,
		typed,
		value,
		locale: localeOf(context, expression)
	});
	const writer = coOf(context.actor);
	if (writer) await signAnswer(context.db, { ...which, writer });
	return { typed, value, version };
}

/**
 * Letters go out in the language in which the applicant last wrote; whoever types up their paper does not change that,
 * nor does any of several people: the lead said theirs.
 */
function localeOf({ actor }: Context, { locale }: Whole['expression']): string {
	return actor.kind === 'person' || coOf(actor) ? locale : getLocale();
}
