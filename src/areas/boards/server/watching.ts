import * as v from 'valibot';
import { ourselves, useCase } from '#server/use-case';
import { ByBoard } from '../board.schema.ts';
import { findBoardById, topicOf } from './board.sql.ts';
import { boardMember, seen } from './seen.ts';

/** What somebody may watch: asked again each time a stream begins. */
export type Watch = { board: string; topic: string };

/** That something on a board changed, for who takes part; what it is, its page says. */
export const watchBoard = useCase('boards.watchBoard', {
	input: ByBoard,
	on: seen,
	may: boardMember,
	run: (_, __, { board: { id } }): Watch => ({ board: id, topic: topicOf(id) })
});

/** The number of the last change; `null`: the board is there no more. */
export const lastChangeOf = useCase('boards.lastChangeOf', {
	input: v.object({ board: v.pipe(v.string(), v.uuid()) }),
	on: async ({ db }, { board }) => (await findBoardById(db, board)) ?? { changes: null },
	may: ourselves,
	run: (_, __, { changes }) => (changes === null ? null : { cursor: changes, mark: changes })
});
