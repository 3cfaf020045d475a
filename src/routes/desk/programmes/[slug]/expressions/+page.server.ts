import { actOnMany, askForPack, listExpressions, saveFilter } from '#areas/programmes/server';
import { formAction, page, underCostlyCeiling } from '#server/web';
import { filtersIn, narrowingOf } from './narrowing.ts';

export const load = page(listExpressions, { from: 'both' });

export const actions = {
	save: formAction(saveFilter, ({ slug, query }) => `/desk/programmes/${slug}/expressions${query}`),
	act: formAction(
		actOnMany,
		({ slug, deed }, { url }) => `/desk/programmes/${slug}/done/${deed}${narrowingOf(url)}`
	),
	pack: formAction(askForPack, ({ slug, pack }) => `/desk/programmes/${slug}/packs/${pack}`, {
		shape: (_, { url }) => filtersIn(url),
		guard: (_, event) => underCostlyCeiling(event)
	})
};
