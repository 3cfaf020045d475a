import { showQuestionTexts, translateQuestion } from '#areas/programmes/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showQuestionTexts);

export const actions = {
	translate: formAction(
		translateQuestion,
		({ slug, question }) => `/desk/programmes/${slug}/form/question/${question}`,
		{ shape: nested }
	)
};
