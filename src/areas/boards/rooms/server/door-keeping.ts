import { useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { boardWriter, seen, seenNote } from '../../server/seen.ts';
import { ByNote } from '../../board.schema.ts';
import { newRoomCode } from '../code.ts';
import { Locking } from '../room.schema.ts';
import { deleteParticipant, findWhoPenned } from './participant.sql.ts';
import { mustBeOpen } from './leading.ts';
import { updateCode, updateLock } from './room.sql.ts';

/** Nobody new comes in, whoever is in stays; or the door is open again. */
export const lockRoom = useCase('boards.lockRoom', {
	input: Locking,
	on: seen,
	may: boardWriter,
	async run(context, { isLocked }, { board, campaign }) {
		await updateLock(context.db, await mustBeOpen(context, board), isLocked);
		return { slug: campaign.slug, board: board.number };
	}
});

/**
 * Whoever wrote a note is put out of the room, and nobody learns who it was. The room has a new code, which they do not
 * know. What they wrote stays until somebody takes it off; their dots and where they stood go with them.
 */
export const putOutOfRoom = useCase('boards.putOutOfRoom', {
	input: ByNote,
	on: seenNote,
	may: boardWriter,
	async run(context, _, { board, campaign, note }) {
		const room = await mustBeOpen(context, board);
		const participant = await findWhoPenned(context.db, room.id, note.id);
		if (!participant) throw new Problem('not-in-the-room');
		await deleteParticipant(context.db, participant);
		await updateCode(context.db, room, newRoomCode());
		return { slug: campaign.slug, board: board.number };
	}
});
