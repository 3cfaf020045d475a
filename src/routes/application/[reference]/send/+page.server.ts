import { checkAnswers, sendExpression } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(checkAnswers);

export const actions = {
	default: formAction(sendExpression, ({ reference }) => `/application/${reference}/sent`, { guard: opened })
};
