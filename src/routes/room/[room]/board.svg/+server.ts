import { boardPicture } from '#areas/boards';
import { showRoom } from '#areas/boards/server';
import { endpoint } from '#server/web';

/** As far as the room shows the board: nothing about named persons, nothing that anybody keeps for themselves yet. */
export const GET = endpoint(showRoom, { as: boardPicture });
