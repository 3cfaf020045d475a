import * as v from 'valibot';
import { questionsOf, say, showQuestion, type Question, type ShownQuestion } from '#areas/forms';
import { useCase } from '#server/use-case';
import { ByReference, SaveAnswers } from '../expression.schema.ts';
import { holdCall } from './call.sql.ts';
import { holding, typist } from './expression-policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { lockExpression } from './expression.sql.ts';
import { howItWent, mustTakeChanges, saveEach, shownAfter } from './save-answers.ts';
import { settle } from './settle.ts';
import { readWhole, type Whole } from './whole.ts';

type PageOfForm = {
	key: string;
	title?: string | undefined;
	help?: string | undefined;
	questions: ShownQuestion[];
};
export type WholeFormView = {
	expression: ExpressionView;
	sections: { key: string; title: string; pages: PageOfForm[] }[];
};
export type SavedForm = WholeFormView & {
	questions: ShownQuestion[];
	isFine: boolean;
	conflict: boolean;
	stays: boolean;
	/** Saved for later. */
	leaves: boolean;
	savedAt: Date;
};

/** Every question in its order on one page, for whoever types from paper. */
export const showWholeForm = useCase('programmes.showWholeForm', {
	input: ByReference,
	on: holding,
	may: typist,
	async run(context, _, { expression }) {
		const whole = await readWhole(context, expression);
		return wholeForm(whole, context.now, (question) => showQuestion(question, whole.answers[question.key]));
	}
});

/** Saves all of it as it stands, each answer by itself: what makes no sense yet is kept as it was typed. */
export const saveWholeForm = useCase('programmes.saveWholeForm', {
	input: v.omit(SaveAnswers, ['page']),
	on: holding,
	may: typist,
	async run(context, { fields, then }, { expression: { id } }): Promise<SavedForm> {
		const expression = await lockExpression(context.db, id);
		const call = (await holdCall(context.db, expression.call))!;
		mustTakeChanges(call, expression, context.now);
		const before = await readWhole(context, expression, call);
		const { outcomes, answers, kept } = await saveEach(context, before, questionsOf(before.form), fields);
		await settle(context, before, kept);
		const whole = { ...before, answers };
		const show = (question: Question) => shownAfter(whole, outcomes, question, then === undefined);
		const view = wholeForm(whole, context.now, show);
		const questions = view.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
		return {
			...view,
			questions,
			...howItWent(questions),
			stays: then === 'stay',
			leaves: then === 'list',
			savedAt: context.now
		};
	}
});

function wholeForm(whole: Whole, now: Date, show: (question: Question) => ShownQuestion): WholeFormView {
	return {
		expression: expressionFor({ is: 'applicant', co: null }, whole, now),
		sections: whole.form.sections.map(({ key, title, pages }) => ({
			key,
			title: say(title),
			pages: pages.map((page) => ({
				key: page.key,
				title: page.title && say(page.title),
				help: page.help && say(page.help),
				questions: page.questions.map(show)
			}))
		}))
	};
}
