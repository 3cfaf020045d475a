import {
	answerPrivately,
	pointToAnswer,
	publishAnswer,
	setQuestionAside,
	showQuestionAsked
} from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showQuestionAsked);

const after =
	(done: string) =>
	({ slug }: { slug: string }) =>
		`/desk/programmes/${slug}/questions?done=${done}`;

export const actions = {
	publish: formAction(publishAnswer, after('published')),
	point: formAction(pointToAnswer, after('published')),
	private: formAction(answerPrivately, after('private')),
	aside: formAction(setQuestionAside, after('aside'))
};
