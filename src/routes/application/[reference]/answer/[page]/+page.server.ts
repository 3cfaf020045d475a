import { saveAnswers, showQuestions } from '#areas/programmes/server';
import { heldPage } from '#server/web';
import type { PageServerLoad } from './$types';
import { opened } from '../../../opened.ts';
import { saving } from '../../../../saving.ts';

const questions = heldPage(showQuestions);

export const load: PageServerLoad = async (event) => {
	const { view } = await questions(event);
	event.locals.records = view?.questions.some(({ kind }) => kind === 'recording') ?? false;
	return { view };
};

export const actions = {
	default: saving(
		saveAnswers,
		({ next, expression: { reference } }) =>
			next ? `/application/${reference}/answer/${next}` : `/application/${reference}`,
		opened
	)
};
