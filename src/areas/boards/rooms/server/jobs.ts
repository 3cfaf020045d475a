import { every, ourselves, useCase } from '#server/use-case';
import * as v from 'valibot';
import { findBoardById } from '../../server/board.sql.ts';
import { closed } from './leading.ts';
import { holdRoom, listForgottenRooms } from './room.sql.ts';

/** A workshop lasts hours: a room that was forgotten closes as if somebody had closed it. */
export const roomLasts = 12 * 60 * 60_000;

export const closeForgottenRooms = useCase('boards.closeForgottenRooms', {
	input: v.object({}),
	on: () => ({}),
	may: ourselves,
	async run(context) {
		const before = new Date(context.now.getTime() - roomLasts);
		for (const { board: id } of await listForgottenRooms(context.db, before)) {
			const board = await findBoardById(context.db, id);
			const room = await holdRoom(context.db, id);
			if (board && room) await closed(context, board, room);
		}
	}
});

every('*/15 * * * *', function closeRoomsThatWereForgotten(context) {
	return closeForgottenRooms.within(context, {});
});
