import { randomUUID } from 'node:crypto';
import type * as v from 'valibot';
import { Problem, Unusable } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { directionOf, getLocale } from '#words/addresses';
import { Adding, Changing, Copying, Moving, TypingUp } from '../board.schema.ts';
import { fitted, type Fitted, type Typed } from '../content.ts';
import { moved } from '../moving.ts';
import { most } from '../shape.ts';
import type { Template } from '../template.ts';
import { typedLines } from '../typed-lines.ts';
import { findBoard } from './board.sql.ts';
import { addNotes, addressOf, changeNote, mustStand } from './changing.ts';
import { countStanding, findNoteById } from './note.sql.ts';
import { boardWriter, seen, seenNote, type Seen, type SeenNote } from './seen.ts';

/** So many lines of paper at once. */
const mostAtOnce = 200;

/** @throws Unusable what the template of the board does not know */
export function asFits(template: Template, typed: Typed): Fitted {
	const { content, faults } = fitted(template, typed);
	if (Object.keys(faults).length) throw new Unusable(faults);
	return content;
}

export async function mustHaveRoom(
	context: Context,
	{ board }: Pick<Seen, 'board'>,
	more: number
): Promise<void> {
	if ((await countStanding(context.db, board.id)) + more > most.notes)
		throw new Problem('board-full', { most: most.notes });
}

/** Sent twice, it is kept once: whoever writes it makes its id. */
export const addNote = useCase('boards.addNote', {
	input: Adding,
	on: seen,
	may: boardWriter,
	async run(context, { slug, id = randomUUID(), ...typed }, there) {
		const { board } = there;
		const known = await findNoteById(context.db, board.id, id);
		if (known) return { slug, board: board.number, note: known.number };
		const content = asFits(board.template, typed);
		await mustHaveRoom(context, there, 1);
		const [note] = await addNotes(context, there, [{ id, ...content }]);
		return { slug, board: board.number, note: note! };
	}
});

/** From paper: many at once, each with its lane, all or none. */
export const typeUp = useCase('boards.typeUp', {
	input: TypingUp,
	on: seen,
	may: boardWriter,
	async run(context, { slug, typed, current }, there) {
		const { board } = there;
		const nothing = { x: null, y: null, fields: {}, reviewOn: null };
		const { lines, lane } = typedLines(board.template, typed, current);
		if (lines.length > mostAtOnce) throw new Unusable({ typed: 'too-many-lines' });
		if (lines.some(({ text }) => text.length > most.text)) throw new Unusable({ typed: 'line-too-long' });
		const notes = lines.map((line) => ({
			id: randomUUID(),
			...asFits(board.template, { ...nothing, ...line })
		}));
		await mustHaveRoom(context, there, notes.length);
		const numbers = notes.length ? await addNotes(context, there, notes) : [];
		return { slug, board: board.number, lane, numbers };
	}
});

export const rewordNote = useCase('boards.rewordNote', {
	input: Changing,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, edition, ...typed }, there) {
		mustStand(there.note);
		const content = asFits(there.board.template, typed);
		const links = content.kind === there.note.kind ? there.note.links : [];
		await changeNote(context, there, { note: there.note, edition, what: 'reworded' }, { ...content, links });
		return addressOf(slug, there);
	}
});

/** To a lane, or a step in one direction: what a mouse does by dragging, done by a menu. */
export const moveNote = useCase('boards.moveNote', {
	input: Moving,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, ...to }, there) {
		await movedOn(context, there, to);
		return addressOf(slug, there);
	}
});

type To = Pick<v.InferOutput<typeof Moving>, 'edition' | 'lane' | 'direction' | 'by'>;

/** A note is moved on its board, by whoever may. */
export async function movedOn(
	context: Context,
	there: Pick<SeenNote, 'board' | 'member' | 'note'>,
	{ edition, lane, direction, by }: To
): Promise<void> {
	const { note, board } = there;
	mustStand(note);
	const place = direction
		? moved(board.template, note, direction, by, directionOf(getLocale()))
		: { x: note.x, y: note.y };
	const said = { ...note, lane: lane ?? note.lane ?? '', ...place };
	const { lane: to, x, y } = asFits(board.template, said);
	const under = to === note.lane ? note.under : null;
	await changeNote(context, there, { note, edition, what: 'moved' }, { lane: to, x, y, under });
}

/** The words go along, and the kind where the other board knows it. */
export const copyNote = useCase('boards.copyNote', {
	input: Copying,
	on: seenNote,
	may: boardWriter,
	async run(context, { slug, to }, there) {
		const other = await findBoard(context.db, there.campaign.id, to);
		if (!other || other.putAwayAt) throw new Unusable({ to: 'not-an-option' });
		const { text, kind, fields, reviewOn } = there.note;
		const isKnown = other.template.kinds.some(({ key }) => key === kind);
		// What is about a named person stays so: elsewhere it would be a note like others, which everybody may be shown.
		if (reviewOn && !other.template.kinds.some((one) => one.key === kind && one.isAboutSomebody))
			throw new Unusable({ to: 'not-an-option' });
		const typed = { text, lane: '', x: null, y: null, fields, reviewOn, ...(isKnown ? { kind } : {}) };
		const content = asFits(other.template, typed);
		await mustHaveRoom(context, { ...there, board: other }, 1);
		const [note] = await addNotes(context, { ...there, board: other }, [{ id: randomUUID(), ...content }]);
		return { slug, board: other.number, note: note! };
	}
});
