import { reviseActivity, showOwnActivity } from '#areas/toolkit/server';
import { formAction, nested, page } from '#server/web';

export const load = page(showOwnActivity);

export const actions = {
	default: formAction(reviseActivity, ({ slug }) => `/desk/toolkit/${slug}`, { shape: nested })
};
