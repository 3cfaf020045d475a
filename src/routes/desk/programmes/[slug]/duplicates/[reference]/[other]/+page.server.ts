import { comparePair, decideOnPair, undoMerging } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(comparePair);

export const actions = {
	decide: formAction(decideOnPair, ({ slug }) => `/desk/programmes/${slug}/duplicates?done`),
	undo: formAction(
		undoMerging,
		({ slug, reference, other }) => `/desk/programmes/${slug}/duplicates/${reference}/${other}`
	)
};
