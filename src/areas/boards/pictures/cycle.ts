import * as m from '#words';
import type { Note } from '../note.ts';
import { between } from './arrow.ts';
import {
	line,
	pageWidth,
	shifted,
	words,
	type Drawing,
	type Point,
	type Scene,
	type Shape
} from './drawing.ts';
import { marked } from './entry.ts';
import { joined, leadsTo, walked } from './joined.ts';
import { wrapped } from './measure.ts';
import { restUnder } from './rest.ts';

const gap = 40;
/** Up to so many show their words; beyond, numbers lead to the list. */
const mostTexts = 24;
const longest = 150;

/** What is joined stands in a ring, in the order of its arrows; there may be several rings, and they need not close. */
export function cycle(scene: Scene): Drawing {
	const { rows, alone } = joined(scene.notes);
	const parts = rows.map((row) => ringOf(scene, walked(row)));
	const { shapes, width, height } = sideBySide(parts);
	const heading = m.pictures_unjoined({}, { locale: scene.locale });
	const rest = restUnder(scene, alone, heading, height);
	return { width, height: Math.max(60, height + rest.height), shapes: [...shapes, ...rest.shapes] };
}

function ringOf({ template }: Scene, notes: readonly Note[]): Drawing {
	const hasTexts = notes.length <= mostTexts;
	const around = hasTexts ? 1.2 * longest : 46;
	const r = Math.max(hasTexts ? 110 : 60, (notes.length * around) / (2 * Math.PI));
	const inset = hasTexts ? { x: longest / 2 + 16, y: 60 } : { x: 30, y: 30 };
	const middle = { x: inset.x + r, y: inset.y + r * 0.8 };
	const spots = new Map(notes.map((note, at) => [note.id, spotAt(at / notes.length, r, middle)]));
	const shapes = notes.flatMap((note) => {
		const from = spots.get(note.id)!;
		const arrows = leadsTo(note, notes).flatMap((next) => arrow(from, spots.get(next.id)!));
		return [...arrows, ...marked(template, note, from.x, from.y), ...(hasTexts ? textOf(note, from) : [])];
	});
	return { width: 2 * middle.x, height: 2 * middle.y + (hasTexts ? 30 : 0), shapes };
}

/** Clockwise from the top, as a clock is read everywhere. */
function spotAt(part: number, r: number, middle: Point): Point {
	const angle = part * 2 * Math.PI - Math.PI / 2;
	return { x: middle.x + r * Math.cos(angle), y: middle.y + 0.8 * r * Math.sin(angle) };
}

function arrow(from: Point, to: Point): Shape[] {
	const way = between(from, to, 24);
	return way.length ? [line(way, 'link', true)] : [];
}

function textOf(note: Note, { x, y }: Point): Shape[] {
	return wrapped(note.text, longest, 13, 2).map((text, at) =>
		words(x, y + 32 + at * 16, text, { size: 13, anchor: 'middle', on: 'lines' })
	);
}

/** As many in a row as fit the page; one that is wider makes the picture wider. */
function sideBySide(parts: readonly Drawing[]): Drawing {
	const width = Math.max(pageWidth, ...parts.map((part) => part.width));
	const shapes: Shape[] = [];
	let [x, y, tallest] = [0, 0, 0];
	for (const part of parts) {
		if (x > 0 && x + part.width > width) [x, y, tallest] = [0, y + tallest + gap, 0];
		shapes.push(...shifted(part.shapes, x, y));
		x += part.width + gap;
		tallest = Math.max(tallest, part.height);
	}
	const inset = y === 0 ? Math.max(0, (width - x + gap) / 2) : 0;
	return { width, height: y + tallest + (parts.length ? gap : 0), shapes: shifted(shapes, inset, 0) };
}
