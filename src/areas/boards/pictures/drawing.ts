import type { Locale } from '#words/addresses';
import type { Mark, Template } from '../template.ts';
import type { Note } from '../note.ts';

/*
 * A picture as shapes, of which both the SVG and the PDF are made. It is laid out as for readers from left to right, and
 * turned round as a whole for the others.
 */

export type Point = { x: number; y: number };
/** `start`: from where one begins to read. */
export type Anchor = 'start' | 'middle' | 'end';
/** What a stroke, an area or a text is; how it looks is in own-sheet.ts. */
export type Look = 'box' | 'card' | 'board' | 'back' | 'grid' | 'axis' | 'link' | 'trail' | 'ring';

export type Shape =
	| { is: 'rect'; x: number; y: number; width: number; height: number; look: Look }
	| { is: 'circle'; x: number; y: number; r: number; look: Look }
	| { is: 'line'; points: Point[]; look: Look; hasArrow: boolean }
	| { is: 'mark'; mark: Mark; colour: number; x: number; y: number; r: number }
	| {
			is: 'text';
			x: number;
			y: number;
			size: number;
			anchor: Anchor;
			isBold: boolean;
			isSoft: boolean;
			/** On a board of the loud colour, whose ink is its own; or across lines, from which it keeps its distance. */
			on: 'sheet' | 'loud' | 'lines';
			text: string;
	  };

export type Drawing = { width: number; height: number; shapes: Shape[] };
/** Notes in their order. */
export type Scene = { template: Template; notes: readonly Note[]; locale: Locale };
export type Drawn = { shapes: Shape[]; height: number };

export const pageWidth = 1200;

export function line(points: Point[], look: Look, hasArrow = false): Shape {
	return { is: 'line', points, look, hasArrow };
}

export function rect(x: number, y: number, width: number, height: number, look: Look): Shape {
	return { is: 'rect', x, y, width, height, look };
}

export function words(
	x: number,
	y: number,
	text: string,
	{ size = 15, anchor = 'start', isBold = false, isSoft = false, on = 'sheet' }: Partial<TextLook> = {}
): Shape {
	return { is: 'text', x, y, text, size, anchor, isBold, isSoft, on };
}

type TextLook = Pick<Extract<Shape, { is: 'text' }>, 'size' | 'anchor' | 'isBold' | 'isSoft' | 'on'>;

/** The same picture for who reads from right to left. */
export function mirrored({ width, height, shapes }: Drawing): Drawing {
	return { width, height, shapes: shapes.map((shape) => turned(shape, width)) };
}

export function shifted(shapes: readonly Shape[], dx: number, dy: number): Shape[] {
	return shapes.map((shape) =>
		shape.is === 'line'
			? { ...shape, points: shape.points.map(({ x, y }) => ({ x: x + dx, y: y + dy })) }
			: { ...shape, x: shape.x + dx, y: shape.y + dy }
	);
}

function turned(shape: Shape, width: number): Shape {
	if (shape.is === 'line') return { ...shape, points: shape.points.map(({ x, y }) => ({ x: width - x, y })) };
	if (shape.is === 'rect') return { ...shape, x: width - shape.x - shape.width };
	return { ...shape, x: width - shape.x };
}
