import { showTypedUp, withdrawFromPaper } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showTypedUp);

export const actions = {
	default: formAction(withdrawFromPaper, ({ slug }) => `/desk/programmes/${slug}/expressions`)
};
