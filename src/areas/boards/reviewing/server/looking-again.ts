import { useCase } from '#server/use-case';
import { Unusable } from '#shared/problem';
import { dayOf, homeZone } from '#shared/dates';
import { ByBoard, Keeping } from '../../board.schema.ts';
import { addressOf, changeNote, mustStand } from '../../server/changing.ts';
import { listNoteRows } from '../../server/note.sql.ts';
import { boardMember, boardWriter, seen, seenNote } from '../../server/seen.ts';
import { boardView, type BoardView } from '../../server/views.ts';

export type ReviewView = BoardView & {
	today: string;
	/** Of each note that is due, which edition of it is shown. */
	editions: Map<number, number>;
};

/** The notes about somebody whose day has come, each to be kept until another day or taken off. */
export const showReview = useCase('boards.showReview', {
	input: ByBoard,
	on: seen,
	may: boardMember,
	async run(context, _, there): Promise<ReviewView> {
		const view = await boardView(context, there);
		const rows = await listNoteRows(context.db, there.board.id);
		const editions = new Map(rows.map(({ number, edition }) => [number, edition]));
		return { ...view, today: dayOf(context.now, homeZone), editions };
	}
});

/** Somebody has looked: the note is still needed, until a later day on which it is asked again. */
export const keepNote = useCase('boards.keepNote', {
	input: Keeping,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition, reviewOn }, there) {
		mustStand(there.note);
		// A day belongs to what is about somebody: another note has none to be given a new one.
		if (there.note.reviewOn === null) throw new Unusable({ note: 'not-an-option' });
		if (!reviewOn) throw new Unusable({ reviewOn: 'review-missing' });
		if (reviewOn <= dayOf(context.now, homeZone)) throw new Unusable({ reviewOn: 'after-today' });
		await changeNote(context, there, { note: there.note, edition, what: 'kept' }, { reviewOn });
		return addressOf(slug, there);
	}
});
