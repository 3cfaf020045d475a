import { destroyPhoto, keepPhoto, showPhoto } from '#areas/boards/server';
import { formAction, page } from '#server/web';

export const load = page(showPhoto);

const board = ({ slug, board }: { slug: string; board: number }) => `/workspace/${slug}/boards/${board}`;
export const actions = {
	keep: formAction(keepPhoto, ({ photo, ...at }) => `${board(at)}/photos/${photo}?done=kept`),
	destroy: formAction(destroyPhoto, (at) => `${board(at)}?done=destroyed`)
};
