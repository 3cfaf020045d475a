import { showLeaving, withdrawExpression } from '#areas/programmes/server';
import { formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showLeaving);

export const actions = {
	default: formAction(withdrawExpression, ({ reference }) => `/application/${reference}`, { guard: opened })
};
