import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { Grouping, Linking, Striking, Unlinking } from '../board.schema.ts';
import { most } from '../shape.ts';
import { addressOf, changeNote, mustStand } from './changing.ts';
import { findNote, listNoteRows, type NoteRow } from './note.sql.ts';
import { boardWriter, seenNote, type SeenNote } from './seen.ts';

/** What one note is to another, as the template says that it can be. */
export const linkNote = useCase('boards.linkNote', {
	input: Linking,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition, to, says }, there) {
		const { note, board } = there;
		const target = await findNote(context.db, board.id, to);
		if (!target || target.isStruck || target.id === note.id) throw new Unusable({ to: 'not-an-option' });
		const known = board.template.links.find(({ key }) => key === says);
		if (!known?.from.includes(note.kind) || !known.to.includes(target.kind))
			throw new Unusable({ says: 'not-an-option' });
		const others = note.links.filter((link) => link.to !== target.id || link.as !== says);
		if (others.length >= most.linksOfANote) throw new Unusable({ to: 'too-many' });
		const links = [...others, { to: target.id, as: says }];
		await changeNote(context, there, { note, edition, what: 'linked' }, { links });
		return addressOf(slug, there);
	}
});

export const unlinkNote = useCase('boards.unlinkNote', {
	input: Unlinking,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition, to, says }, there) {
		const target = await findNote(context.db, there.board.id, to);
		const links = there.note.links.filter((link) => link.to !== target?.id || link.as !== says);
		await changeNote(context, there, { note: there.note, edition, what: 'linked' }, { links });
		return addressOf(slug, there);
	}
});

/** Like with like: under another note, in its lane. One that has others under it goes under none. */
export const groupNote = useCase('boards.groupNote', {
	input: Grouping,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, ...how }, there) {
		await groupedOn(context, there, how);
		return addressOf(slug, there);
	}
});

type There = Pick<SeenNote, 'board' | 'member' | 'note'>;

/** A note is put under another of its board, or under none, by whoever may. */
export async function groupedOn(
	context: Context,
	there: There,
	{ edition, under }: { edition: number; under: number | null }
): Promise<void> {
	const { note, board } = there;
	mustStand(note);
	const head = under === null ? undefined : await findNote(context.db, board.id, under);
	if (under !== null && !(await mayHead(context, there, head)))
		throw new Unusable({ under: 'not-an-option' });
	const grouped = head ? { under: head.id, lane: head.lane } : { under: null };
	await changeNote(context, there, { note, edition, what: 'grouped' }, grouped);
}

async function mayHead({ db }: Context, { note, board }: There, head: NoteRow | undefined): Promise<boolean> {
	if (!head || head.isStruck || head.id === note.id || head.under !== null) return false;
	return !(await listNoteRows(db, board.id)).some(({ under }) => under === note.id);
}

/** Off the board. It can be brought back. */
export const strikeNote = useCase('boards.strikeNote', {
	input: Striking,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition }, there) {
		mustStand(there.note);
		await changeNote(context, there, { note: there.note, edition, what: 'struck' }, { isStruck: true });
		return addressOf(slug, there);
	}
});

export const restoreNote = useCase('boards.restoreNote', {
	input: Striking,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition }, there) {
		if (!there.note.isStruck) throw new Problem('note-is-there');
		await changeNote(context, there, { note: there.note, edition, what: 'restored' }, { isStruck: false });
		return addressOf(slug, there);
	}
});
