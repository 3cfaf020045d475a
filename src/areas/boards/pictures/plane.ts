import * as m from '#words';
import { inOrder } from '../sections.ts';
import type { Note } from '../note.ts';
import type { Axis } from '../template.ts';
import { said } from '../words.ts';
import { apart } from './apart.ts';
import { between } from './arrow.ts';
import { line, pageWidth, rect, shifted, words, type Drawing, type Scene, type Shape } from './drawing.ts';
import { label, labelWidth, marked, markWidth } from './entry.ts';
import { restUnder } from './rest.ts';

const left = 40;
const top = 40;
const plot = { width: pageWidth - left - 10, height: 720 };
const mostLabels = 40;
const longest = 190;

/** Two axes; who stands where, and by a dotted trail where they stood before. */
export function plane(scene: Scene): Drawing {
	const notes = inOrder(scene.notes).filter(isPlaced);
	const spots = spotsOf(notes);
	const shapes = [
		...axesOf(scene),
		...notes.flatMap((note, at) => trailOf(note, spots[at]!)),
		...linksOf(notes, spots),
		...notes.flatMap((note, at) => [
			...marked(scene.template, note, spots[at]!.x, spots[at]!.y),
			...(notes.length > mostLabels ? [] : label(note, spots[at]!.x + 22, spots[at]!.y + 5, longest))
		])
	];
	const height = top + plot.height + 40;
	const unplaced = scene.notes.filter((note) => !isPlaced(note));
	const rest = restUnder(scene, unplaced, m.pictures_unplaced({}, { locale: scene.locale }), height + 16);
	return { width: pageWidth, height: height + rest.height, shapes: [...shapes, ...rest.shapes] };
}

type Placed = Note & { x: number; y: number };

function isPlaced(note: Note): note is Placed {
	return note.x !== null && note.y !== null;
}

function pointOf({ x, y }: { x: number; y: number }) {
	return { x: left + (x / 100) * plot.width, y: top + (1 - y / 100) * plot.height };
}

/** The middles of marks, each with room for its words to the end of it. */
function spotsOf(notes: readonly Placed[]) {
	const isLabelled = notes.length <= mostLabels;
	const bodies = notes.map((note) => {
		const width = markWidth + (isLabelled ? labelWidth(note, longest) : 0);
		const { x, y } = pointOf(note);
		return { x: x - left - markWidth / 2 + width / 2, y: y - top, width, height: 38 };
	});
	return apart(bodies, plot).map(({ x, y, width }) => ({
		x: left + x - width / 2 + markWidth / 2,
		y: top + y
	}));
}

function trailOf({ trail }: Placed, end: { x: number; y: number }): Shape[] {
	if (!trail.length) return [];
	const way = [...trail.map(pointOf), end];
	const before = trail.map((place): Shape => ({ is: 'circle', ...pointOf(place), r: 4, look: 'link' }));
	return [...before, line(way, 'trail')];
}

function linksOf(notes: readonly Placed[], spots: readonly { x: number; y: number }[]): Shape[] {
	const places = new Map(notes.map(({ id }, at) => [id, spots[at]!]));
	return notes.flatMap(({ id, links }) =>
		links.flatMap(({ to }) => {
			const end = places.get(to);
			const way = end ? between(places.get(id)!, end, 22) : [];
			return way.length ? [line(way, 'link', true)] : [];
		})
	);
}

/** Drawn, since not every font has an arrow. */
const arrow = (x: number, y: number, by: number): Shape =>
	line(
		[
			{ x, y },
			{ x, y: y + by }
		],
		'axis',
		true
	);

function axesOf({ template: { axes }, locale }: Scene): Shape[] {
	const middle = { x: left + plot.width / 2, y: top + plot.height / 2 };
	const [bottom, end] = [top + plot.height, left + plot.width];
	const soft = { isSoft: true, size: 15 } as const;
	return [
		rect(left, top, plot.width, plot.height, 'grid'),
		line(
			[
				{ x: left, y: middle.y },
				{ x: end, y: middle.y }
			],
			'grid'
		),
		line(
			[
				{ x: middle.x, y: top },
				{ x: middle.x, y: bottom }
			],
			'grid'
		),
		...(axes ? shifted(across(axes.x), 0, bottom + 26) : []),
		...(axes?.y
			? [
					arrow(left + 6, top - 12, -14),
					words(left + 20, top - 14, said(axes.y.high, locale), { ...soft, isBold: true }),
					arrow(left + 14, bottom - 22, 14),
					words(left + 28, bottom - 10, said(axes.y.low, locale), soft)
				]
			: [])
	];

	function across(axis: Axis): Shape[] {
		return [
			words(left, 0, said(axis.low, locale), { ...soft }),
			words(middle.x, 0, said(axis.name, locale), { ...soft, anchor: 'middle', isBold: true }),
			words(end, 0, said(axis.high, locale), { ...soft, anchor: 'end' })
		];
	}
}
