import * as v from 'valibot';
import { Problem } from '#shared/problem';
import { NoteShape } from '../note.schema.ts';
import type { Note } from '../note.ts';
import { inOrder } from '../sections.ts';
import { exactly, list, most } from '../shape.ts';
import { TemplateShape } from '../template.schema.ts';
import type { Template } from '../template.ts';

export type Board = { template: Template; notes: Note[] };

const BoardShape = exactly({
	format: v.literal('placard-board', 'wrong-kind'),
	version: v.literal(1, 'wrong-kind'),
	template: TemplateShape,
	notes: list(NoteShape, most.notes)
});

/** The whole board; the same board gives the same bytes. What leads to notes that are not in it is left out. */
export function jsonOf(template: Template, notes: readonly Note[]): string {
	const file = { format: 'placard-board', version: 1, template, notes: inOrder(sound(template, notes)) };
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** The board in a file, with every limit and name checked; or one sentence on what is wrong with it. */
export function boardFrom(text: string): Board {
	if (text.length > most.bytes) throw new Problem('board-too-large');
	const result = v.safeParse(BoardShape, parsed(text));
	if (!result.success) throw refusal(result.issues[0]);
	const { template, notes } = result.output;
	const at = notes.findIndex((note) => isBroken(template, note, notes));
	if (at >= 0) throw new Problem('board-damaged', { at: `notes.${at}` });
	if (hasTwice(notes.map(({ id }) => id)) || hasTwice(notes.map(({ number }) => number)))
		throw new Problem('board-damaged', { at: 'notes' });
	return { template, notes };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw new Problem('board-not-json');
	}
}

function refusal(issue: v.BaseIssue<unknown>): Problem {
	const at = v.getDotPath(issue) ?? '';
	if (['', 'format', 'version'].includes(at)) return new Problem('board-unknown');
	return new Problem('board-damaged', { at: at.slice(0, 200) });
}

/** Names of lanes, kinds, links or notes that are not on this board. */
function isBroken(template: Template, note: Note, notes: readonly Note[]): boolean {
	const whole = soundNote(template, note, new Set(notes.map(({ id }) => id)));
	return JSON.stringify(whole) !== JSON.stringify(note);
}

function sound(template: Template, notes: readonly Note[]): Note[] {
	const ids = new Set(notes.map(({ id }) => id));
	return notes.map((note) => soundNote(template, note, ids));
}

function soundNote({ lanes, kinds, links, axes }: Template, note: Note, ids: ReadonlySet<string>): Note {
	const isKnown = (parts: { key: string }[], key: string | null) => parts.some((part) => part.key === key);
	return {
		...note,
		kind: isKnown(kinds, note.kind) ? note.kind : kinds[0]!.key,
		lane: isKnown(lanes, note.lane) ? note.lane : null,
		x: axes ? note.x : null,
		y: axes?.y ? note.y : null,
		links: note.links.filter(({ to, as }) => ids.has(to) && isKnown(links, as)),
		group: note.group !== null && note.group !== note.id && ids.has(note.group) ? note.group : null
	};
}

function hasTwice(values: readonly unknown[]): boolean {
	return new Set(values).size < values.length;
}
