import { actOnMany, listExpressions, saveFilter } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import { narrowingOf } from './narrowing.ts';

export const load = page(listExpressions, { from: 'both' });

export const actions = {
	save: formAction(saveFilter, ({ slug, query }) => `/desk/programmes/${slug}/expressions${query}`),
	act: formAction(
		actOnMany,
		({ slug, deed }, { url }) => `/desk/programmes/${slug}/done/${deed}${narrowingOf(url)}`
	)
};
