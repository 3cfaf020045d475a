import { anyone, useCase } from '#server/use-case';
import { newToken, verifierOf } from '#shared/tokens';
import type { Actor } from '#shared/actor';
import { Problem } from '#shared/problem';
import { tell } from '#server/live';
import { topicOf } from '../../server/board.sql.ts';
import { ByCode, ByRoom, Joining, Recognising } from '../room.schema.ts';
import { inRoom, inThisRoom } from './in-room.ts';
import { deleteParticipant, findByCookie, insertParticipant } from './participant.sql.ts';
import { countIn, findBoardOf, findRoomByCode, type RoomRow } from './room.sql.ts';
import type { BoardRow } from '../../server/board.sql.ts';
import type { Context } from '#server/use-case';

/** So many phones in one room. */
export const mostPeople = 300;

export type Door = { code: string; board: string; names: boolean; isLocked: boolean };
type AtDoor = { room: RoomRow; board: BoardRow };

/** What a code opens. One that opens nothing, or nothing any more, is not found, and nobody learns which. */
async function atDoor({ db }: Context, { code }: { code: string }): Promise<AtDoor | undefined> {
	const room = await findRoomByCode(db, code);
	const board = room && (await findBoardOf(db, room));
	return board && { room, board };
}

export const showDoor = useCase('boards.showDoor', {
	input: ByCode,
	on: atDoor,
	may: anyone,
	run: (_, { code }, { room, board }): Door => ({
		code,
		board: board.name,
		names: room.names,
		isLocked: room.isLocked
	})
});

/** In, with a name or none. The token is the cookie of this browser, for this room alone. */
export const joinRoom = useCase('boards.joinRoom', {
	input: Joining,
	on: atDoor,
	may: anyone,
	async run({ db, now: at }, { called }, { room, board }) {
		if (room.isLocked) throw new Problem('room-locked');
		if ((await countIn(db, room.id)).people >= mostPeople)
			throw new Problem('room-full', { most: mostPeople });
		const token = newToken();
		const name = room.names && called ? called : null;
		await insertParticipant(db, { room: room.id, verifier: verifierOf(token), called: name, at });
		await tell(db, topicOf(board.id));
		return { room: room.id, token };
	}
});

/** Whose cookie it is, while the room is open. */
export const recogniseParticipant = useCase('boards.recogniseParticipant', {
	input: Recognising,
	on: ({ db }, { room, token }) =>
		findByCookie(db, { room, verifier: verifierOf(token) }).then((known) => ({ known })),
	may: anyone,
	run: (_, __, { known }): Actor | null => (known ? { kind: 'participant', ...known } : null)
});

/** Out: what they wrote stays, and nothing says any more that it was they. */
export const leaveRoom = useCase('boards.leaveRoom', {
	input: ByRoom,
	on: inRoom,
	may: inThisRoom,
	async run({ db }, _, { participant, board }) {
		await deleteParticipant(db, participant.id);
		await tell(db, topicOf(board.id));
	}
});
