import { listDuplicates, undoGroup } from '#areas/programmes/server';
import { formAction, page } from '#server/web';

export const load = page(listDuplicates);

export const actions = {
	undo: formAction(undoGroup, ({ slug }) => `/desk/programmes/${slug}/duplicates?undone`)
};
