import { eraseExpression, showLeaving } from '#areas/programmes/server';
import { forgetOpen, formAction, heldPage } from '#server/web';
import { opened } from '../../opened.ts';

export const load = heldPage(showLeaving);

export const actions = {
	default: formAction(
		eraseExpression,
		({ reference }, event) => {
			forgetOpen(event, reference);
			return '/return/erased';
		},
		{ guard: opened }
	)
};
