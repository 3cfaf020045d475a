import type { Note } from '../note.ts';
import { inOrder, itemsIn } from '../sections.ts';
import { shownFields } from '../shown-fields.ts';
import {
	line,
	pageWidth,
	rect,
	shifted,
	words,
	type Drawing,
	type Point,
	type Scene,
	type Shape
} from './drawing.ts';
import { entry } from './entry.ts';
import { leadsTo } from './joined.ts';
import { oneLine } from './measure.ts';

const perBand = 4;
const gap = { x: 50, y: 24 };
const width = (pageWidth - (perBand - 1) * gap.x) / perBand;

type Spot = Point & { height: number };

/** What comes first stands first; what it unlocks stands behind it. After four steps it goes on in the next row. */
export function sequence(scene: Scene): Drawing {
	const notes = itemsIn(scene.notes).flatMap(({ note, members }) => [note, ...members]);
	const layers = layersOf(notes);
	const lines = notes.length > 60 ? 1 : notes.length > 16 ? 2 : 4;
	const spots = new Map<string, Spot>();
	const shapes: Shape[] = [];
	let y = 0;
	for (let from = 0; from < layers.length; from += perBand) {
		let bottom = y;
		layers.slice(from, from + perBand).forEach((layer, at) => {
			let under = y;
			for (const note of layer) {
				const card = cardOf(scene, note, lines);
				const x = at * (width + gap.x);
				spots.set(note.id, { x, y: under, height: card.height });
				shapes.push(...shifted(card.shapes, x, under));
				under += card.height + gap.y;
			}
			bottom = Math.max(bottom, under);
		});
		y = bottom + gap.y;
	}
	const arrows = notes.flatMap((note) =>
		leadsTo(note, notes).flatMap((next) => arrow(spots.get(note.id)!, spots.get(next.id)!))
	);
	return { width: pageWidth, height: Math.max(60, y - gap.y), shapes: [...arrows, ...shapes] };
}

/** Each behind everything that leads to it; where arrows run in a ring, the first by order begins. Without any, one by one. */
function layersOf(notes: readonly Note[]): Note[][] {
	if (!notes.some((note) => leadsTo(note, notes).length)) return inOrder(notes).map((note) => [note]);
	const before = new Map(notes.map((note) => [note.id, new Set<string>()]));
	for (const note of notes) for (const next of leadsTo(note, notes)) before.get(next.id)!.add(note.id);
	const layers: Note[][] = [];
	let waiting = inOrder(notes);
	while (waiting.length) {
		const left = new Set(waiting.map(({ id }) => id));
		const isFree = ({ id }: Note) => [...before.get(id)!].every((one) => !left.has(one));
		const free = waiting.filter(isFree);
		const layer = free.length ? free : waiting.slice(0, 1);
		layers.push(layer);
		waiting = waiting.filter((note) => !layer.includes(note));
	}
	return layers;
}

function cardOf({ template, locale }: Scene, note: Note, lines: number): { shapes: Shape[]; height: number } {
	const text = entry(template, note, { x: 6, y: 6, width: width - 16, lines });
	const fields = shownFields(template, note, locale).map(({ name, text }) => `${name}: ${text}`);
	const shown = lines > 1 ? fields : [];
	const height = text.height + 12 + shown.length * 18;
	return {
		shapes: [
			rect(0, 0, width, height, 'card'),
			...text.shapes,
			...shown.map((field, at) =>
				words(12, text.height + 18 + at * 18, oneLine(field, width - 24, 13), { size: 13, isSoft: true })
			)
		],
		height
	};
}

/** From the end of one to the start of the other; to another row, from below to above. */
function arrow(from: Spot, to: Spot): Shape[] {
	const start = { x: from.x + width, y: from.y + Math.min(26, from.height / 2) };
	const end = { x: to.x - 3, y: to.y + Math.min(26, to.height / 2) };
	if (to.x > from.x) return [line([start, end], 'link', true)];
	const below = { x: from.x + width / 2, y: from.y + from.height };
	const above = { x: to.x + width / 2, y: to.y - 3 };
	return [line([below, above], 'link', true)];
}
