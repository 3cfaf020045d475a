import { ourselves, useCase } from '#server/use-case';
import { ByBoard } from '../../board.schema.ts';
import { findBoardById, topicOf } from '../../server/board.sql.ts';
import { listNoteRows } from '../../server/note.sql.ts';
import { boardWriter, seen } from '../../server/seen.ts';
import { listChanged } from '../../server/state.sql.ts';
import { itemsIn, type Item } from '../../sections.ts';
import type { Template } from '../../template.ts';
import type { Watch } from '../../server/watching.ts';
import { stepOf, type NowStep } from '../step.ts';
import { ByRoom, Looking } from '../room.schema.ts';
import { inRoom, inThisRoom } from './in-room.ts';
import { countIn, findOpenRoom, type Counts } from './room.sql.ts';
import { cursorOf, notesIn } from './views.ts';

export const watchRoom = useCase('boards.watchRoom', {
	input: ByRoom,
	on: inRoom,
	may: inThisRoom,
	run: (_, __, { board: { id } }): Watch => ({ board: id, topic: topicOf(id) })
});

export const watchLedRoom = useCase('boards.watchLedRoom', {
	input: ByBoard,
	on: seen,
	may: boardWriter,
	run: (_, __, { board: { id } }): Watch => ({ board: id, topic: topicOf(id) })
});

/** What is new in a room since somebody looked: the same for all in it. `null`: it is over. */
export type News = {
	cursor: string;
	/** By which it is known: the same is not said twice. */
	mark: string;
	/** The step or its time is another: the whole page is. */
	isElsewhere: boolean;
	template: Template;
	step: NowStep;
	counts: Counts;
	/** Notes that changed, each with those that stand under it. */
	items: Item[];
	/** Ids of all that changed or stood with what did: whatever is not among the items is off the board. */
	touched: string[];
};

export const newsInRoom = useCase('boards.newsInRoom', {
	input: Looking,
	on: async ({ db }, { board: id }) => findBoardById(db, id),
	may: ourselves,
	async run({ db }, { since }, board): Promise<News | null> {
		const room = await findOpenRoom(db, board.id);
		if (!room || board.putAwayAt) return null;
		const changed = new Set(
			board.changes === since.change ? [] : await listChanged(db, board.id, since.change)
		);
		const rows = changed.size ? await listNoteRows(db, board.id) : [];
		// Also what stood under a note that is not there any more: it stands by itself now.
		const concerned = new Set(
			rows.filter(({ id, under }) => changed.has(id) || changed.has(under ?? '')).map(({ id }) => id)
		);
		const items = itemsIn(notesIn(room, board, rows)).filter(({ note, members }) =>
			[note, ...members].some(({ id }) => concerned.has(id))
		);
		const shown = items.flatMap(({ note, members }) => [note.id, ...members.map(({ id }) => id)]);
		const cursor = cursorOf(board, room);
		const counts = await countIn(db, room.id);
		return {
			cursor,
			mark: [cursor, ...Object.values(counts)].join(' '),
			isElsewhere: room.edition !== since.edition,
			template: board.template,
			step: stepOf(board.template, room.step),
			counts,
			items,
			touched: [...new Set([...changed, ...shown])]
		};
	}
});
