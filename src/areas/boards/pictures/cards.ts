import { itemsIn } from '../sections.ts';
import type { Note } from '../note.ts';
import { shownFields } from '../shown-fields.ts';
import {
	pageWidth,
	rect,
	shifted,
	words,
	type Drawing,
	type Drawn,
	type Scene,
	type Shape
} from './drawing.ts';
import { marked, markWidth, votes } from './entry.ts';
import { wrapped } from './measure.ts';

const gap = 14;
const inset = 14;

/** Each note as a card with what is known of it. Of a placard, the so-what stands on its other side. */
export function cards(scene: Scene): Drawing {
	const notes = itemsIn(scene.notes).flatMap(({ note, members }) => [note, ...members]);
	const [perRow, lines] = notes.length > 60 ? [5, 1] : notes.length > 12 ? [4, 2] : [3, 4];
	const width = (pageWidth - (perRow - 1) * gap) / perRow;
	const shapes: Shape[] = [];
	let y = 0;
	for (let from = 0; from < notes.length; from += perRow) {
		const row = notes.slice(from, from + perRow).map((note) => cardOf(scene, note, width, lines));
		const height = Math.max(...row.map((card) => card.height));
		row.forEach((card, at) => {
			const x = at * (width + gap);
			shapes.push(...shifted(card.frame(height), x, y), ...shifted(card.shapes, x, y));
		});
		y += height + gap;
	}
	return { width: pageWidth, height: Math.max(60, y - gap), shapes };
}

type Card = Drawn & { frame: (height: number) => Shape[] };

function cardOf(scene: Scene, note: Note, width: number, lines: number): Card {
	const { template, locale } = scene;
	const isPlacard = template.key === 'placard';
	const on = isPlacard ? 'loud' : 'sheet';
	const fields = shownFields(template, note, locale);
	const heading = wrapped(note.text, width - markWidth - inset, 17, lines);
	const shapes = [
		...marked(template, note, inset + 16, inset + 18),
		...heading.map((text, at) =>
			words(inset + markWidth, inset + 24 + at * 22, text, { size: 17, isBold: true, on })
		),
		...votes(note, inset + markWidth, inset + 26 + heading.length * 22)
	];
	let y = inset + Math.max(44, heading.length * 22 + 16) + (note.votes ? 20 : 0);
	let back: number | null = null;
	for (const { key, name, text } of fields) {
		if (isPlacard && key === 'so-that') {
			back = y + 6;
			y += 16;
		}
		const side = back === null ? on : 'sheet';
		const said = wrapped(text, width - 2 * inset, 15, lines);
		shapes.push(words(inset, y + 12, name, { size: 12, isSoft: side === 'sheet', on: side }));
		shapes.push(...said.map((line, at) => words(inset, y + 31 + at * 19, line, { on: side })));
		y += 24 + said.length * 19;
	}
	return { shapes, height: y + inset, frame: (height) => frameOf(isPlacard, width, height, back) };
}

function frameOf(isPlacard: boolean, width: number, height: number, back: number | null): Shape[] {
	if (!isPlacard) return [rect(0, 0, width, height, 'card')];
	const front = back ?? height;
	return [
		rect(0, 0, width, front, 'board'),
		...(back === null ? [] : [rect(0, back, width, height - back, 'back')])
	];
}
