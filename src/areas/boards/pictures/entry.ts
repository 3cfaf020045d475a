import type { Note } from '../note.ts';
import type { Item } from '../sections.ts';
import type { Kind, Template } from '../template.ts';
import { words, type Drawn, type Shape } from './drawing.ts';
import { oneLine, widthOf, wrapped } from './measure.ts';

/*
 * A note in a picture: its mark with its number, and as much of its text as there is room for. The number leads to the
 * whole of it in the list.
 */

const radius = 14;
const size = 15;
const lineHeight = 19;
export const markWidth = 2 * radius + 14;

/** How many lines of a note are shown where so many stand together; 0: its number alone. */
export function linesAmong(count: number): number {
	return (
		[
			[6, 5],
			[12, 3],
			[24, 2],
			[40, 1]
		].find(([most]) => count <= most!)?.[1] ?? 0
	);
}

export function kindOf({ kinds }: Template, note: Note): Kind {
	return kinds.find(({ key }) => key === note.kind) ?? kinds[0]!;
}

/** The mark of a note with its number inside. */
export function marked(template: Template, note: Note, x: number, y: number): Shape[] {
	const { mark, colour } = kindOf(template, note);
	const text = String(note.number);
	const fits = Math.min(13, Math.floor(26 / (0.64 * text.length)));
	const middle = { size: fits, anchor: 'middle', isBold: true } as const;
	return [{ is: 'mark', mark, colour, x, y, r: radius }, words(x, y + fits * 0.36, text, middle)];
}

/** Items under each other. */
export function stacked(
	template: Template,
	items: readonly Item[],
	{ x, y, width, lines }: { x: number; y: number; width: number; lines: number }
): Drawn {
	if (lines === 0) return packed(template, items, { x, y, width });
	const shapes: Shape[] = [];
	let bottom = y;
	const put = (note: Note, indent: number, most: number) => {
		const drawn = entry(template, note, { x: x + indent, y: bottom, width: width - indent, lines: most });
		shapes.push(...drawn.shapes);
		bottom += drawn.height;
	};
	for (const { note, members } of items) {
		put(note, 0, lines);
		for (const member of members) put(member, 26, 1);
	}
	return { shapes, height: bottom - y };
}

export function entry(
	template: Template,
	note: Note,
	{ x, y, width, lines }: { x: number; y: number; width: number; lines: number }
): Drawn {
	const text = wrapped(note.text, width - markWidth, size, lines);
	const height = Math.max(2 * radius + 12, text.length * lineHeight + 16) + (note.votes ? 18 : 0);
	const first = text.length > 1 ? 17 : 23;
	return {
		shapes: [
			...marked(template, note, x + radius + 4, y + radius + 4),
			...text.map((one, at) => words(x + markWidth, y + first + at * lineHeight, one, { size })),
			...votes(note, x + markWidth, y + height - 14)
		],
		height
	};
}

/** A dot for each vote, as far as they can be counted at a glance, and their number. */
export function votes({ votes }: Note, x: number, y: number): Shape[] {
	if (!votes) return [];
	const text = `${'●'.repeat(Math.min(votes, 8))} ${votes}`;
	return [words(x, y, text, { size: 12, isSoft: true })];
}

/** Many notes: their marks side by side, members close to their heading. */
function packed(
	template: Template,
	items: readonly Item[],
	{ x, y, width }: { x: number; y: number; width: number }
): Drawn {
	const step = 2 * radius + 14;
	const perRow = Math.max(1, Math.floor(width / step));
	const notes = items.flatMap(({ note, members }) => [note, ...members]);
	const shapes = notes.flatMap((note, at) =>
		marked(template, note, x + (at % perRow) * step + step / 2, y + Math.floor(at / perRow) * step + step / 2)
	);
	return { shapes, height: Math.ceil(notes.length / perRow) * step };
}

/** Words beside a mark, for maps on which many stand close together. */
export function label(note: Note, x: number, y: number, width: number): Shape[] {
	const text = oneLine(note.text, width, 13);
	return text ? [words(x, y, text, { size: 13, on: 'lines' })] : [];
}

export function labelWidth(note: Note, most: number): number {
	const text = oneLine(note.text, most, 13);
	return Math.min(most, widthOf(text, 13));
}
