import { markMoment, showChanges } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showChanges, { from: 'both' });

export const actions = {
	default: formAction(markMoment, ({ slug, board }) => `/workspace/${slug}/boards/${board}/changes`)
};
