import * as m from '#words';
import type { Note } from '../note.ts';
import { inOrder } from '../sections.ts';
import { said } from '../words.ts';
import { line, pageWidth, shifted, words, type Drawing, type Scene, type Shape } from './drawing.ts';
import { marked } from './entry.ts';
import { wrapped } from './measure.ts';
import { restUnder } from './rest.ts';

const inset = 80;
const mostTexts = 24;
const cell = 36;
const card = { width: 170, height: 92 };

type Standing = Note & { x: number };
type Spot = { note: Standing; x: number; level: number };

/** One line from low to high; who stands at the same place stands on top of each other. */
export function spectrum(scene: Scene): Drawing {
	const notes = inOrder(scene.notes).filter((note): note is Standing => note.x !== null);
	const { width, height } = notes.length > mostTexts ? { width: cell, height: cell } : card;
	const spots = piled(notes, width);
	const levels = Math.max(0, ...spots.map(({ level }) => level)) + 1;
	const base = Math.max(150, levels * height + 20);
	const shapes = spots.flatMap(({ note, x, level }) =>
		shifted(voice(scene, note, width > cell), x, base - 10 - level * height - 24)
	);
	const bottom = base + 60;
	const unplaced = scene.notes.filter(({ x }) => x === null);
	const rest = restUnder(scene, unplaced, m.pictures_unplaced({}, { locale: scene.locale }), bottom);
	return {
		width: pageWidth,
		height: bottom + rest.height,
		shapes: [...axisOf(scene, base), ...shapes, ...rest.shapes]
	};
}

/** From low to high, each on the lowest level on which it touches nobody. */
function piled(notes: readonly Standing[], width: number): Spot[] {
	const spots: Spot[] = [];
	for (const note of notes.toSorted((a, b) => a.x - b.x)) {
		const x = inset + (note.x / 100) * (pageWidth - 2 * inset);
		const taken = new Set(spots.filter((spot) => Math.abs(spot.x - x) < width).map(({ level }) => level));
		let level = 0;
		while (taken.has(level)) level++;
		spots.push({ note, x, level });
	}
	return spots;
}

function voice({ template }: Scene, note: Standing, hasText: boolean): Shape[] {
	const text = hasText ? wrapped(note.text, card.width - 14, 13, 3) : [];
	return [
		...marked(template, note, 0, 4),
		...text.map((one, at) => words(0, -20 - (text.length - 1 - at) * 16, one, { size: 13, anchor: 'middle' }))
	];
}

function axisOf({ template: { axes }, locale }: Scene, y: number): Shape[] {
	const [start, end] = [inset - 40, pageWidth - inset + 40];
	const tick = (x: number) =>
		line(
			[
				{ x, y: y - 7 },
				{ x, y: y + 7 }
			],
			'axis'
		);
	if (!axes) return [];
	const { low, high, name } = axes.x;
	return [
		line(
			[
				{ x: start, y },
				{ x: end, y }
			],
			'axis'
		),
		...[0, 25, 50, 75, 100].map((part) => tick(inset + (part / 100) * (pageWidth - 2 * inset))),
		words(start, y + 32, said(low, locale), { isBold: true }),
		words(pageWidth / 2, y + 32, said(name, locale), { anchor: 'middle', isSoft: true }),
		words(end, y + 32, said(high, locale), { anchor: 'end', isBold: true })
	];
}
