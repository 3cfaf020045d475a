import {
	nextPage,
	placeOf,
	showQuestion,
	wrongSentence,
	wrongWith,
	type Answers,
	type Question,
	type ShownQuestion
} from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { sentenceOfInstant } from '#words/dates';
import { SaveAnswers } from '../expression.schema.ts';
import { lastMinuteOf, mayChange, stateOf } from '../expression.ts';
import { mustHavePage, pageView, type PageView } from './answer-pages.ts';
import { holdCall, type StandingCall } from './call.sql.ts';
import type { PersonRow } from '../together/server/person.sql.ts';
import { mustBeTheirs } from '../together/server/pages.ts';
import { holding } from './expression-policy.ts';
import { lockExpression, type ExpressionRow } from './expression.sql.ts';
import { whoMayEditOrTypist } from '../together/server/policy.ts';
import type { Outcome } from './keep-answer.ts';
import { saveOne } from './save-one.ts';
import { settle } from './settle.ts';
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
	may: whoMayEditOrTypist,
	async run(context, { page, fields, then }, { expression: { id }, person }) {
		const expression = await lockExpression(context.db, id);
		const call = (await holdCall(context.db, expression.call))!;
		const whole = await readWhole(context, expression, call);
		mustHavePage(whole, page);
		mustTakeChanges(call, expression, context.now);
		const { questions } = placeOf(whole.form, page)!.page;
		mustBeTheirs(person, whole, questions);
		const { outcomes, answers, kept } = await saveEach(context, whole, questions, fields);
		await settle(context, whole, kept);
		return savedView(context, { ...whole, answers }, { page, person, outcomes, then });
	}
});

/** Refused once it is too late, with the instant from which it was, and after withdrawal. */
export function mustTakeChanges(call: StandingCall, expression: ExpressionRow, now: Date): void {
	if (mayChange(call, expression, now)) return;
	if (stateOf(expression) === 'withdrawn') throw new Problem('expression-withdrawn');
	throw new Problem('too-late', { when: sentenceOfInstant(lastMinuteOf(call, expression), call.zone) });
}

export type Outcomes = Record<string, Outcome>;

/** `answers`: as they stand on the page; `kept`: as they are saved, without what could not be, or came second. */
export async function saveEach(
	context: Context,
	whole: Whole,
	questions: readonly Question[],
	fields: Record<string, unknown>
): Promise<{ outcomes: Outcomes; answers: Answers; kept: Answers }> {
	const outcomes: Outcomes = {};
	for (const question of questions) outcomes[question.key] = await saveOne(context, whole, question, fields);
	const shown = Object.entries(outcomes);
	const saved = shown.filter(
		([, { unsaved, meanwhile }]) => unsaved === undefined && meanwhile === undefined
	);
	return { outcomes, answers: withThese(whole.answers, shown), kept: withThese(whole.answers, saved) };
}

function withThese(answers: Answers, outcomes: [string, Outcome][]): Answers {
	const these = outcomes.flatMap(([key, { answer }]) => (answer ? [[key, answer] as const] : []));
	return { ...answers, ...Object.fromEntries(these) };
}

type Saving = {
	page: string;
	person: PersonRow | undefined;
	outcomes: Outcomes;
	then: 'list' | 'stay' | undefined;
};

function savedView(context: Context, whole: Whole, { page, person, outcomes, then }: Saving): SavedView {
	const checks = then === undefined;
	const view = pageView(context, whole, { page, person }, (question) =>
		shownAfter(whole, outcomes, question, checks)
	);
	const next = checks ? (nextPage(whole.form, page, whole.answers)?.key ?? null) : null;
	return { ...view, ...howItWent(view.questions), next, stays: then === 'stay', savedAt: context.now };
}

/** A question with what became of its answer. */
export function shownAfter(
	whole: Whole,
	outcomes: Outcomes,
	question: Question,
	checks: boolean
): ShownQuestion {
	const { answer, unsaved, meanwhile, meanwhileBy, choices } = outcomes[question.key]!;
	const wrong = checks ? wrongWith(whole.form, question, whole.answers) : undefined;
	const error = unsaved ?? (wrong && wrongSentence(question, wrong));
	return { ...showQuestion(question, answer), error, meanwhile, meanwhileBy, choices };
}

export function howItWent(questions: readonly ShownQuestion[]): { isFine: boolean; conflict: boolean } {
	const conflict = questions.some(({ meanwhile }) => meanwhile !== undefined);
	return { conflict, isFine: !conflict && questions.every(({ error }) => error === undefined) };
}
