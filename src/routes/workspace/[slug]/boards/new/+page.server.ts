import { listBoards, makeBoard } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(listBoards);

export const actions = {
	default: formAction(makeBoard, ({ slug, board }) => `/workspace/${slug}/boards/${board}`)
};
