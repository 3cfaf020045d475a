import {
	obstacles,
	placeOf,
	questionsOf,
	read,
	showQuestion,
	wrongSentence,
	wrongWith,
	type Answers
} from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { sentenceOfInstant } from '#words/dates';
import { SaveAnswers } from '../expression.schema.ts';
import { lastMinuteOf, mayChange, stateOf } from '../expression.ts';
import { mustHavePage, pageView, type PageView } from './answer-pages.ts';
import { settleAnswer } from './answer.sql.ts';
import { holdCall, type StandingCall } from './call.sql.ts';
import { holderOrTypist, holding } from './expression-policy.ts';
import { lockExpression, type ExpressionRow } from './expression.sql.ts';
import type { Outcome } from './keep-answer.ts';
import { saveOne } from './save-one.ts';
import { readWhole, type Whole } from './whole.ts';

export type SavedView = PageView & {
	/** Nothing is in the way of going on to `next`, or to the list when it is null. */
	isFine: boolean;
	/** Somebody else saved first: nothing of theirs was overwritten, and both texts are shown. */
	conflict: boolean;
	next: string | null;
	/** Saved while somebody types: they stay where they are. */
	stays: boolean;
	savedAt: Date;
};

/**
 * Saves a page whatever is on it, as long as the call takes changes: what makes no sense yet is kept as it was typed.
 * Of two who write the same answer, the second is shown both.
 */
export const saveAnswers = useCase('programmes.saveAnswers', {
	input: SaveAnswers,
	on: holding,
	may: holderOrTypist,
	async run(context, { page, fields, then }, { expression: { id } }) {
		const expression = await lockExpression(context.db, id);
		const call = (await holdCall(context.db, expression.call))!;
		const whole = await readWhole(context, expression, call);
		mustHavePage(whole, page);
		mustTakeChanges(call, expression, context.now);
		const outcomes = await saveEach(context, whole, page, fields);
		const answers = { ...whole.answers, ...answersOf(outcomes) };
		if (expression.submittedAt) await settle(context, whole, answers);
		return savedView({ ...whole, answers }, { page, outcomes, now: context.now, then });
	}
});

/** Refused once it is too late, with the instant from which it was, and after withdrawal. */
export function mustTakeChanges(call: StandingCall, expression: ExpressionRow, now: Date): void {
	if (mayChange(call, expression, now)) return;
	if (stateOf(expression) === 'withdrawn') throw new Problem('expression-withdrawn');
	throw new Problem('too-late', { when: sentenceOfInstant(lastMinuteOf(call, expression), call.zone) });
}

type Outcomes = Record<string, Outcome>;

async function saveEach(context: Context, whole: Whole, page: string, fields: Record<string, unknown>) {
	const outcomes: Outcomes = {};
	for (const question of placeOf(whole.form, page)!.page.questions)
		outcomes[question.key] = await saveOne(context, whole, question, fields);
	return outcomes;
}

function answersOf(outcomes: Outcomes): Answers {
	const saved = Object.entries(outcomes).flatMap(([key, { answer }]) =>
		answer ? [[key, answer] as const] : []
	);
	return Object.fromEntries(saved);
}

/** What was sent stays whole: changes count once nothing is in the way of any. */
async function settle({ db, now }: Context, { form, expression }: Whole, answers: Answers): Promise<void> {
	if (obstacles(form, answers).length) return;
	for (const question of questionsOf(form)) {
		const answer = answers[question.key];
		const value = read(question, answer?.typed).value;
		if (answer && JSON.stringify(value) !== JSON.stringify(answer.value))
			await settleAnswer(db, { expression: expression.id, question: question.key, at: now, value });
	}
}

type Saving = { page: string; outcomes: Outcomes; now: Date; then: 'list' | 'stay' | undefined };

function savedView(whole: Whole, { page, outcomes, now, then }: Saving): SavedView {
	const checks = then === undefined;
	const view = pageView(whole, page, now, (question) => {
		const { answer, unsaved, meanwhile } = outcomes[question.key]!;
		const wrong = checks ? wrongWith(question, whole.answers) : undefined;
		const error = unsaved ?? (wrong && wrongSentence(question, wrong));
		return { ...showQuestion(question, answer), error, meanwhile };
	});
	const conflict = view.questions.some(({ meanwhile }) => meanwhile !== undefined);
	const isFine = !conflict && view.questions.every(({ error }) => error === undefined);
	const next = checks ? (placeOf(whole.form, page)!.next?.key ?? null) : null;
	return { ...view, isFine, conflict, next, stays: then === 'stay', savedAt: now };
}
