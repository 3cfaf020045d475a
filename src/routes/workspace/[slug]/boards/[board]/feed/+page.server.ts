import { feedCanvas, showFeeding } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showFeeding);

export const actions = {
	default: formAction(feedCanvas, ({ slug, board }) => `/workspace/${slug}/boards/${board}`)
};
