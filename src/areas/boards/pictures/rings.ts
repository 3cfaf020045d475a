import * as m from '#words';
import type { Note } from '../note.ts';
import { inOrder, sectionsOf } from '../sections.ts';
import { said } from '../words.ts';
import { between } from './arrow.ts';
import { line, pageWidth, words, type Drawing, type Point, type Scene, type Shape } from './drawing.ts';
import { label, labelWidth, marked } from './entry.ts';
import { restUnder } from './rest.ts';

const mostLabels = 36;
const longest = 130;
const top = 30;

type Ring = { name: string; notes: Note[]; inner: number; outer: number };

/** The first lane at the heart, the others around it. Each ring is as wide as its notes need. */
export function rings(scene: Scene): Drawing {
	const { template, locale } = scene;
	const isLabelled = scene.notes.length <= mostLabels;
	const all = ringsOf(scene, isLabelled);
	const reach = all.at(-1)?.outer ?? 0;
	const width = Math.max(pageWidth, 2 * reach + 40);
	const middle = { x: width / 2, y: top + reach };
	const spots = new Map(all.flatMap((ring) => spotsIn(ring, middle)));
	const notes = all.flatMap(({ notes }) => notes);
	const shapes = [
		...all.toReversed().flatMap((ring) => edge(ring, middle)),
		...linksOf(notes, spots),
		...notes.flatMap((note) => {
			const { x, y } = spots.get(note.id)!;
			const text = isLabelled ? centred(note, x, y + 32) : [];
			return [...marked(template, note, x, y), ...text];
		})
	];
	const rest = restUnder(scene, outside(scene), m.pictures_no_lane({}, { locale }), 2 * reach + top + 20);
	return { width, height: 2 * reach + top + 20 + rest.height, shapes: [...shapes, ...rest.shapes] };
}

function ringsOf({ template, notes, locale }: Scene, isLabelled: boolean): Ring[] {
	const step = isLabelled ? 140 : 44;
	let inner = 0;
	return sectionsOf(template, notes)
		.filter(({ lane }) => lane)
		.map(({ lane }) => {
			const own = inOrder(notes).filter((note) => note.lane === lane!.key);
			const thick = Math.max(inner ? 110 : 130, (own.length * step) / (2 * Math.PI) - inner + 60);
			const ring = { name: said(lane!.name, locale), notes: own, inner, outer: inner + thick };
			inner = ring.outer;
			return ring;
		});
}

/** Around the ring from the top, leaving the middle above free for its name. */
function spotsIn({ notes, inner, outer }: Ring, middle: Point): [string, Point][] {
	const r = inner ? (inner + outer) / 2 + 6 : notes.length > 1 ? outer * 0.62 : 0;
	return notes.map(({ id }, at) => {
		const angle = -Math.PI / 2 + ((at + 0.5) / notes.length) * 2 * Math.PI;
		return [id, { x: middle.x + r * Math.cos(angle), y: middle.y + r * Math.sin(angle) }];
	});
}

function edge({ name, outer }: Ring, middle: Point): Shape[] {
	return [
		{ is: 'circle', ...middle, r: outer, look: 'ring' },
		words(middle.x, middle.y - outer + 24, name, { anchor: 'middle', isBold: true, size: 16 })
	];
}

function centred(note: Note, x: number, y: number): Shape[] {
	return label(note, x - labelWidth(note, longest) / 2, y, longest).map((shape) =>
		shape.is === 'text' ? { ...shape, x, anchor: 'middle' } : shape
	);
}

function linksOf(notes: readonly Note[], spots: ReadonlyMap<string, Point>): Shape[] {
	return notes.flatMap(({ id, links }) =>
		links.flatMap(({ to }) => {
			const end = spots.get(to);
			const way = end ? between(spots.get(id)!, end, 22) : [];
			return way.length ? [line(way, 'link', true)] : [];
		})
	);
}

function outside({ template, notes }: Scene): Note[] {
	const lanes = new Set(template.lanes.map(({ key }) => key));
	return notes.filter(({ lane }) => !lanes.has(lane ?? ''));
}
