import { setBoard, showBoard } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showBoard);

export const actions = {
	default: formAction(setBoard, ({ slug, board }) => `/workspace/${slug}/boards/${board}`)
};
