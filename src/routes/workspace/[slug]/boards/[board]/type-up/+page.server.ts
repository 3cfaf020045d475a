import { showBoard, typeUp } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showBoard);

export const actions = {
	default: formAction(
		typeUp,
		({ slug, board, lane }) => `/workspace/${slug}/boards/${board}/type-up?lane=${lane}`
	)
};
