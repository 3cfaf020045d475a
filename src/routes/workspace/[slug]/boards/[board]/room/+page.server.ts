import { closeRoom, extendStep, goToStep, lockRoom, openRoom, showLedRoom } from '#areas/boards/server';
import { formAction, page } from '#server/web';
import type { PageServerLoad } from './$types';

const look = page(showLedRoom);
/** Phones type our own address, as the server that faces the network knows it. */
export const load: PageServerLoad = async (event) => ({ ...(await look(event)), origin: event.url.origin });

const board = ({ slug, board }: { slug: string; board: number }) => `/workspace/${slug}/boards/${board}`;
const room = (at: { slug: string; board: number }) => `${board(at)}/room`;
export const actions = {
	open: formAction(openRoom, room),
	go: formAction(goToStep, room),
	extend: formAction(extendStep, room),
	lock: formAction(lockRoom, room),
	// What was found goes to the canvas next, as far as the group chooses.
	close: formAction(closeRoom, ({ isCanvas, ...at }) => (isCanvas ? board(at) : `${board(at)}/feed`))
};
