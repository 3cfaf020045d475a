import { saveAnswers, showQuestions } from '#areas/programmes/server';
import { heldPage } from '#server/web';
import { opened } from '../../../opened.ts';
import { saving } from '../../../../saving.ts';

export const load = heldPage(showQuestions);

export const actions = {
	default: saving(
		saveAnswers,
		({ next, expression: { reference } }) =>
			next ? `/application/${reference}/answer/${next}` : `/application/${reference}`,
		opened
	)
};
