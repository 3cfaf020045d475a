import { saveAnswers, showQuestions } from '#areas/programmes/server';
import { page } from '#server/web';
import { saving } from '../../../../../../../saving.ts';
import { typingHome } from '../../home.ts';

export const load = page(showQuestions);

export const actions = {
	default: saving(saveAnswers, ({ next, expression }) =>
		next ? `${typingHome(expression)}/answer/${next}` : typingHome(expression)
	)
};
