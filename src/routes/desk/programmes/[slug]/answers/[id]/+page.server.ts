import { changeAnswerForAll, showAnswerForAll, takeDownAnswer } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showAnswerForAll);

const after =
	(done: string) =>
	({ slug }: { slug: string }) =>
		`/desk/programmes/${slug}/questions?done=${done}`;

export const actions = {
	save: formAction(changeAnswerForAll, after('published')),
	down: formAction(takeDownAnswer, after('down'))
};
