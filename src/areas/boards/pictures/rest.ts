import type { Note } from '../note.ts';
import { itemsIn } from '../sections.ts';
import { pageWidth, words, type Drawn, type Scene } from './drawing.ts';
import { linesAmong, stacked } from './entry.ts';

const columns = 3;
const gap = 20;

/** Notes that have no place in the picture stand below it, under a heading that says so. */
export function restUnder({ template }: Scene, notes: readonly Note[], heading: string, y: number): Drawn {
	if (!notes.length) return { shapes: [], height: 0 };
	const items = itemsIn(notes);
	const lines = Math.min(2, linesAmong(Math.ceil(notes.length / columns)));
	const count = lines === 0 ? 1 : columns;
	const width = (pageWidth - (count - 1) * gap) / count;
	const each = Math.ceil(items.length / count);
	const stacks = Array.from({ length: count }, (_, column) =>
		stacked(template, items.slice(column * each, (column + 1) * each), {
			x: column * (width + gap),
			y: y + 36,
			width,
			lines
		})
	);
	return {
		shapes: [
			words(0, y + 20, heading, { size: 16, isBold: true }),
			...stacks.flatMap(({ shapes }) => shapes)
		],
		height: 52 + Math.max(...stacks.map(({ height }) => height))
	};
}
