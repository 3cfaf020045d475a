import { randomUUID } from 'node:crypto';
import { Problem, Unusable } from '#shared/problem';
import { useCase } from '#server/use-case';
import type { Box } from '../../boxes.ts';
import { ByBoard } from '../../board.schema.ts';
import type { BoardRow } from '../../server/board.sql.ts';
import { addNotes, writerOn } from '../../server/changing.ts';
import { listNoteRows, type NoteRow } from '../../server/note.sql.ts';
import { mustHaveRoom } from '../../server/notes.ts';
import { boardMember, boardWriter, seen } from '../../server/seen.ts';
import { boardView, type BoardView } from '../../server/views.ts';
import type { Template } from '../../template.ts';
import type { Words } from '../../words.ts';
import { Feeding } from '../canvas.schema.ts';
import { findCanvas } from './canvas.sql.ts';
import { insertPointer, listFed } from './pointer.sql.ts';

export type FeedingView = BoardView & {
	/** Null: the campaign has no canvas yet, or this board is it. */
	canvas: { number: number; name: string; boxes: { box: Box; name: Words }[] } | null;
	isCanvas: boolean;
	/** Numbers of notes that stand on it already. */
	fed: number[];
};

/** What of a board may go to the canvas, and what is there already. */
export const showFeeding = useCase('boards.showFeeding', {
	input: ByBoard,
	on: seen,
	may: boardMember,
	async run(context, _, there): Promise<FeedingView> {
		const view = await boardView(context, there);
		const canvas = await findCanvas(context.db, there.campaign.id);
		const isCanvas = canvas?.id === there.board.id;
		const rows = await listNoteRows(context.db, there.board.id);
		const ids = rows.map(({ id }) => id);
		const fed = canvas ? await listFed(context.db, canvas.id, ids) : new Set<string>();
		return {
			...view,
			canvas: canvas && !isCanvas ? { ...canvas, boxes: boxesOf(canvas.template) } : null,
			isCanvas,
			fed: rows.filter(({ id }) => fed.has(id)).map(({ number }) => number)
		};
	}
});

function boxesOf({ lanes }: Template) {
	return lanes.flatMap(({ feeds, name }) => (feeds ? [{ box: feeds, name }] : []));
}

/** What a group chose goes to its canvas, with where it came from. A note that is there already stays there once. */
export const feedCanvas = useCase('boards.feedCanvas', {
	input: Feeding,
	on: seen,
	may: boardWriter,
	async run(context, { slug, notes: numbers, box }, there) {
		const { db, now: at } = context;
		const canvas = await findCanvas(db, there.campaign.id);
		if (!canvas || canvas.id === there.board.id) throw new Problem('no-canvas');
		const chosen = (await listNoteRows(db, there.board.id)).filter(({ number }) => numbers.includes(number));
		if (!chosen.length) throw new Unusable({ notes: 'not-an-option' });
		mustBeAboutNobody(there.board.template, chosen);
		const laneFor = (note: NoteRow) => laneOf(canvas.template, box || boxOf(there.board.template, note));
		const copies = chosen.map((note) => ({ note, lane: laneFor(note) }));
		const on = { ...there, board: canvas };
		await db`select 1 from boards.board where id = ${canvas.id} for update`;
		const fed = await listFed(
			db,
			canvas.id,
			chosen.map(({ id }) => id)
		);
		const wanted = copies.filter(({ note }) => !fed.has(note.id));
		await mustHaveRoom(context, on, wanted.length);
		const made = wanted.map(({ note, lane }) => ({ id: randomUUID(), ...copyOf(canvas, note), lane }));
		if (made.length) await addNotes(context, on, made, 'fed');
		const by = writerOn(on);
		for (const [index, { id }] of made.entries()) {
			const pointer = { note: id, target: wanted[index]!.note.id, address: null, says: '', isSource: true };
			await insertPointer(db, { ...pointer, at, by });
		}
		return { slug, board: canvas.number, count: made.length };
	}
});

/** The words, and whose they are, unless nobody is named on the canvas. What only the other board asks stays there. */
function copyOf({ template, hidesWriters }: BoardRow, { text, kind, writtenBy, called }: NoteRow) {
	const known = template.kinds.find(({ key }) => key === kind) ?? template.kinds[0]!;
	return { text, kind: known.key, called: hidesWriters ? null : called, writtenBy };
}

/** Elsewhere it would be a note like others, which everybody may be shown. */
function mustBeAboutNobody({ kinds }: Template, notes: readonly NoteRow[]): void {
	const isAboutSomebody = (note: NoteRow) =>
		note.reviewOn !== null || kinds.some(({ key, isAboutSomebody: is }) => is && key === note.kind);
	if (notes.some(isAboutSomebody)) throw new Problem('note-about-somebody');
}

function boxOf({ lanes }: Template, { lane }: NoteRow): Box | null {
	return lanes.find(({ key }) => key === lane)?.feeds ?? null;
}

function laneOf({ lanes }: Template, box: Box | null): string {
	const lane = box === null ? undefined : lanes.find(({ feeds }) => feeds === box);
	if (!lane) throw new Unusable({ box: 'missing' });
	return lane.key;
}
