import * as v from 'valibot';
import { placeOf, say, showQuestion, type Question, type ShownQuestion } from '#areas/forms';
import { useCase, type Context } from '#server/use-case';
import { ByReference, SaveAnswers } from '../expression.schema.ts';
import { holderOrTypist, holding } from './expression-policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { readWhole, type Whole } from './whole.ts';

export type PageView = {
	expression: ExpressionView;
	page: string;
	section: string;
	/** The heading, when the page has more than one question. */
	title?: string | undefined;
	help?: string | undefined;
	questions: ShownQuestion[];
};

/** One page of questions, with what was saved. */
export const showQuestions = useCase('programmes.showQuestions', {
	input: v.object({ ...ByReference.entries, page: SaveAnswers.entries.page }),
	on: onPage,
	may: holderOrTypist,
	run: ({ now }, { page }, { whole }) =>
		pageView(whole, page, now, (question) => showQuestion(question, whole.answers[question.key]))
});

/** The expression of that reference, if its form has that page. */
export async function onPage(context: Context, { reference, page }: { reference: string; page: string }) {
	const held = await holding(context, { reference });
	const whole = held && (await readWhole(context, held.expression));
	return whole && placeOf(whole.form, page) ? { expression: whole.expression, whole } : undefined;
}

export function pageView(
	whole: Whole,
	key: string,
	now: Date,
	show: (question: Question) => ShownQuestion
): PageView {
	const { section, page } = placeOf(whole.form, key)!;
	return {
		expression: expressionFor({ is: 'applicant' }, whole, now),
		page: key,
		section: say(section.title),
		title: page.title && say(page.title),
		help: page.help && say(page.help),
		questions: page.questions.map(show)
	};
}
