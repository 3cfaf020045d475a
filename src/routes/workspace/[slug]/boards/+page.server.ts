import { listBoards } from '#areas/boards/server';
import { page } from '#server/web';

export const load = page(listBoards);
