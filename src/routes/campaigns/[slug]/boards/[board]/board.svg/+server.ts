import { boardPicture } from '#areas/boards';
import { showBoard } from '#areas/boards/server';
import { endpoint } from '#server/web';

export const GET = endpoint(showBoard, { as: boardPicture, from: 'both' });
