import { checkAnswers, sendExpression } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(checkAnswers);

export const actions = {
	default: formAction(
		sendExpression,
		({ reference }, { params }) => `/desk/programmes/${params['slug']}/typing/${reference}/sent`
	)
};
