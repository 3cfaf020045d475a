import { showDeed, undoDeed } from '#areas/programmes/server';
import { formAction, page } from '#server/web';
import { narrowingOf } from '../../expressions/narrowing.ts';

export const load = page(showDeed);

export const actions = {
	undo: formAction(
		undoDeed,
		({ slug, deed }, { url }) => `/desk/programmes/${slug}/done/${deed}${narrowingOf(url)}`
	)
};
