import { actOnMany, listExpressions } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import { narrowingOf } from './narrowing.ts';

export const load = page(listExpressions, { from: 'both' });

export const actions = {
	act: formAction(
		actOnMany,
		({ slug, deed }, { url }) => `/desk/programmes/${slug}/done/${deed}${narrowingOf(url)}`
	)
};
