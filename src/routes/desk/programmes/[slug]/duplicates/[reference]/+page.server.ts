import { decideOnGroup, showGroup } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(showGroup);

export const actions = {
	decide: formAction(decideOnGroup, ({ slug }) => `/desk/programmes/${slug}/duplicates?done`)
};
