import { beginActivity, listOwnActivities } from '#areas/toolkit/server';
import { formAction, page } from '#server/web';

export const load = page(listOwnActivities, { from: 'nothing' });

export const actions = {
	default: formAction(beginActivity, ({ slug }) => `/desk/toolkit/${slug}/edit`)
};
