import { error } from '@sveltejs/kit';
import { boardPicture } from '#areas/boards';
import { showLedRoom } from '#areas/boards/server';
import { endpoint } from '#server/web';

/** For the wall: what phones show, and not what those who take part in the campaign may see besides. */
export const GET = endpoint(showLedRoom, {
	as: ({ room }) => (room ? boardPicture(room) : error(404))
});
