import {
	addNote,
	agreeOnBox,
	listPhotos,
	reopenBox,
	showBoard,
	showCanvas,
	showPointers,
	undo
} from '#areas/boards/server';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const show = page(showBoard);
const pointers = page(showPointers);
const canvas = page(showCanvas);
const photos = page(listPhotos);

export const load: PageServerLoad = async (event) => {
	const { view } = await show(event);
	return {
		view,
		pointers: (await pointers(event)).view,
		canvas: (await canvas(event)).view,
		photos: view.reader === 'member' ? (await photos(event)).view : null
	};
};

const board = ({ slug, board }: { slug: string; board: number }) => `/workspace/${slug}/boards/${board}`;
export const actions = {
	add: formAction(addNote, ({ note, ...at }) => `${board(at)}#note-${note}`),
	undo: formAction(undo, ({ note, ...at }) => `${board(at)}#note-${note}`),
	agree: formAction(agreeOnBox, board),
	reopen: formAction(reopenBox, board)
};
