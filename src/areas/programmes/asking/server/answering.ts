import { questionsOf, showQuestion, wrongWith, type Question, type ShownQuestion } from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { sentenceOfInstant } from '#words/dates';
import { ByReference } from '../../expression.schema.ts';
import { holder, holding } from '../../server/expression-policy.ts';
import { expressionFor, type ExpressionView } from '../../server/expression-views.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { howItWent, saveEach, shownAfter, type Outcomes } from '../../server/save-answers.ts';
import { settleTo } from '../../server/settle.ts';
import { asApplicant, readWhole, type Whole } from '../../server/whole.ts';
import { mayAnswerMore } from '../asking.ts';
import { AnswerMore, EndAnswering } from '../asking.schema.ts';
import { reopeningFor, type ReopeningView } from './views.ts';
import { insertEnd, listReopenings, type ReopeningRow } from './reopening.sql.ts';

/** The applicant, and the last thing that they were asked for. */
async function asked(context: Context, input: { reference: string }) {
	const held = await holding(context, input);
	const [reopening] = held ? await listReopenings(context.db, held.expression.id) : [];
	return held && reopening ? { ...held, reopening } : undefined;
}

export type MoreView = {
	expression: ExpressionView;
	asked: ReopeningView;
	isOpen: boolean;
	questions: ShownQuestion[];
};

/** What the host asked for, and the questions that are open: these and no others. */
export const showMore = useCase('programmes.showMore', {
	input: ByReference,
	on: asked,
	may: holder,
	async run(context, _, { expression, reopening }): Promise<MoreView> {
		const whole = await readWhole(context, expression);
		const show = (question: Question) => showQuestion(question, whole.answers[question.key]);
		return moreView(context, whole, reopening, show);
	}
});

export type MoreSaved = MoreView & {
	isFine: boolean;
	conflict: boolean;
	stays: boolean;
	savedAt: Date;
};

/**
 * Saves the questions that were opened, and reads no others, whatever the form sends. What was sent stays whole: they
 * count together, once nothing is in the way of any of them.
 */
export const answerMore = useCase('programmes.answerMore', {
	input: AnswerMore,
	on: asked,
	may: holder,
	async run(context, { fields, then }, { expression: { id } }): Promise<MoreSaved> {
		const { whole, reopening } = await lockOpen(context, id);
		const questions = questionsNamed(whole, reopening);
		const { outcomes, answers, kept } = await saveEach(context, whole, questions, fields);
		if (!questions.some((question) => wrongWith(whole.form, question, kept)))
			await settleTo(context, whole, kept, questions);
		const after = { ...whole, answers };
		const view = moreView(context, after, reopening, shown(after, outcomes, then === undefined));
		return { ...view, ...howItWent(view.questions), stays: then === 'stay', savedAt: context.now };
	}
});

/** The applicant says that this is all, or that they cannot; the questions close, and staff see which. */
export const endAnswering = useCase('programmes.endAnswering', {
	input: EndAnswering,
	on: asked,
	may: holder,
	async run(context, { how, words }, { expression: { id } }) {
		const { whole, reopening } = await lockOpen(context, id);
		await insertEnd(context.db, reopening.id, { how, words: words || null, at: context.now });
		await context.record('expression.more-ended', { id, call: whole.call.id, reopening: reopening.id, how });
		return { reference: whole.expression.reference! };
	}
});

function moreView(
	context: Context,
	whole: Whole,
	reopening: ReopeningRow,
	show: (question: Question) => ShownQuestion
): MoreView {
	const { now } = context;
	const reader = asApplicant(context);
	return {
		expression: expressionFor(reader, whole, now),
		asked: reopeningFor(reader, whole, reopening, { now, nameOf: () => null }),
		isOpen: mayAnswerMore(reopening, now) && !whole.expression.withdrawnAt,
		questions: questionsNamed(whole, reopening).map(show)
	};
}

function shown(whole: Whole, outcomes: Outcomes, checks: boolean) {
	return (question: Question) => shownAfter(whole, outcomes, question, checks);
}

function questionsNamed({ form }: Whole, { questions }: ReopeningRow): Question[] {
	const named = new Set(questions.map(({ question }) => question));
	return questionsOf(form).filter(({ key }) => named.has(key));
}

async function lockOpen(context: Context, id: string) {
	const expression = await lockExpression(context.db, id);
	if (expression.withdrawnAt) throw new Problem('expression-withdrawn');
	const [reopening] = await listReopenings(context.db, id);
	const whole = await readWhole(context, expression);
	if (!mayAnswerMore(reopening!, context.now)) throw closed(reopening!, whole.call.zone);
	return { whole, reopening: reopening! };
}

/** Why nothing is taken any more: somebody ended it, or its instant is over. */
function closed({ ended, until }: ReopeningRow, zone: string): Problem {
	if (ended) return new Problem('asking-ended');
	return new Problem('asking-too-late', { when: sentenceOfInstant(until, zone) });
}
