import * as v from 'valibot';
import { placeOf, say, showQuestion, type Question, type ShownQuestion } from '#areas/forms';
import { useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ByReference, SaveAnswers } from '../expression.schema.ts';
import { holderOrTypist, holding } from './expression-policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { readWhole, type Whole } from './whole.ts';
import { unfinishedOf } from '../uploads/server/arriving.ts';

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
	on: holding,
	may: holderOrTypist,
	async run(context, { page }, { expression }) {
		const whole = await readWhole(context, expression);
		mustHavePage(whole, page);
		const arriving = await unfinishedOf(context, whole);
		return pageView(whole, page, context.now, (question) => ({
			...showQuestion(question, whole.answers[question.key]),
			arriving: arriving.get(question.key)
		}));
	}
});

/** An address with no such page is answered like one with no such application. */
export function mustHavePage({ form }: Whole, page: string): void {
	if (!placeOf(form, page)) throw new Problem('not-found');
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
