import { Problem } from '#shared/problem';
import type { Context } from '#server/use-case';
import { nextChange } from './board.sql.ts';
import type { Content, What } from '../note.ts';
import { insertNote, updateNote, type NoteRow } from './note.sql.ts';
import type { Seen, SeenNote } from './seen.ts';
import { insertState } from './state.sql.ts';

/** A note as far as it can change. */
export function contentOf(row: NoteRow): Content {
	const { text, kind, lane, x, y, fields, under, place, reviewOn, isStruck, links } = row;
	return { text, kind, lane, x, y, fields, under, place, reviewOn, isStruck, links };
}

/** Where nobody is named, nobody is kept: not with the note, and not with what was done to it. */
export function writerOn({ board, member }: Pick<Seen, 'board' | 'member'>): string | null {
	return board.hidesWriters ? null : (member?.person ?? null);
}

type Written = { text: string } & Partial<Content>;
const nowhere = { lane: null, x: null, y: null, under: null, reviewOn: null };

/** New notes, with the next numbers of the board. One change, however many there are. */
export async function addNotes(
	context: Context,
	seen: Pick<Seen, 'board' | 'member'>,
	notes: readonly (Written & {
		kind: string;
		id: string;
		called?: string | null;
		/** Not whoever adds it. */ writtenBy?: string | null;
	})[],
	what: What = 'made'
): Promise<number[]> {
	const { db, now: at } = context;
	const { id: board } = seen.board;
	const by = writerOn(seen);
	const { change, last } = await nextChange(db, board, notes.length);
	const numbers: number[] = [];
	for (const [index, { id, called = null, writtenBy = by, ...said }] of notes.entries()) {
		const number = last - notes.length + index + 1;
		const content: Content = { ...nowhere, fields: {}, place: number, isStruck: false, links: [], ...said };
		await insertNote(db, {
			...content,
			id,
			board,
			number,
			writtenBy: called === null && by !== null ? writtenBy : null,
			called,
			madeAt: at
		});
		await insertState(db, { board, change, note: id, at, by, what }, content);
		numbers.push(number);
	}
	return numbers;
}

/** One note is changed, if nobody else has meanwhile: then both texts are kept, theirs on the board and one's own on the page. */
export async function changeNote(
	context: Context,
	seen: Pick<Seen, 'board' | 'member'>,
	{ note, edition, what }: { note: NoteRow; edition: number; what: What },
	changed: Partial<Content>
): Promise<void> {
	const { db, now: at } = context;
	const content = { ...contentOf(note), ...changed };
	if (!(await updateNote(db, { id: note.id, edition, at }, content)))
		throw new Problem('note-changed-meanwhile');
	const { change } = await nextChange(db, seen.board.id);
	const by = writerOn(seen);
	await insertState(db, { board: seen.board.id, change, note: note.id, at, by, what }, content);
}

export function mustStand({ isStruck }: NoteRow): void {
	if (isStruck) throw new Problem('note-struck');
}

export function addressOf(slug: string, { board, note }: SeenNote) {
	return { slug, board: board.number, note: note.number };
}
