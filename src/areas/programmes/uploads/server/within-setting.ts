import type { Form, Question } from '#areas/forms';
import { mostMegabytes } from '#server/files';

/** No question promises more than this Placard takes (UPLOAD_MOST_MEGABYTES). */
export function withinSetting<A extends string>(form: Form<A>): Form<A> {
	const most = mostMegabytes();
	const bounded = (question: Question<A>): Question<A> =>
		question.kind === 'recording' && question.mostMegabytes > most
			? { ...question, mostMegabytes: most }
			: question;
	return {
		...form,
		sections: form.sections.map((section) => ({
			...section,
			pages: section.pages.map((page) => ({ ...page, questions: page.questions.map(bounded) }))
		}))
	};
}
