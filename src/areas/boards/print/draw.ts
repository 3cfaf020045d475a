import { writeAt } from '#server/pdf';
import { directionOf, type Locale } from '#words/addresses';
import { headOf } from '../pictures/arrow.ts';
import { colours } from '../pictures/colours.ts';
import type { Drawing, Look, Point, Shape } from '../pictures/drawing.ts';
import { circlePath, markPath } from '../pictures/mark.ts';
import { wayOf } from '../pictures/svg.ts';

type Doc = PDFKit.PDFDocument;

const { ink, soft, line, sheet, shade, loud, marks } = colours.light;
const fills: Partial<Record<Look, string>> = { card: sheet, back: shade, board: loud };
const strokes: Partial<Record<Look, string>> = { axis: ink, link: soft, trail: soft, board: ink };

/** The shapes of a picture as vectors on paper. */
export function drawOn(doc: Doc, { shapes }: Drawing, locale: Locale): void {
	for (const shape of shapes) draw(doc, shape, locale);
}

function draw(doc: Doc, shape: Shape, locale: Locale): void {
	switch (shape.is) {
		case 'rect':
			doc.roundedRect(shape.x, shape.y, shape.width, shape.height, 3);
			return paint(doc, shape.look);
		case 'circle':
			doc.path(circlePath(shape.x, shape.y, shape.r));
			return paint(doc, shape.look);
		case 'line':
			return way(doc, shape.points, shape.look, shape.hasArrow);
		case 'mark':
			doc.lineWidth(3).path(markPath(shape.mark, shape.x, shape.y, shape.r));
			doc.fillAndStroke(sheet, marks[shape.colour - 1]!);
			return;
		case 'text':
			return letters(doc, shape, locale);
	}
}

function paint(doc: Doc, look: Look): void {
	doc.lineWidth(1);
	const fill = fills[look];
	if (fill) doc.fillAndStroke(fill, strokes[look] ?? line);
	else doc.stroke(strokes[look] ?? line);
}

function way(doc: Doc, points: readonly Point[], look: Look, hasArrow: boolean): void {
	doc.lineWidth(look === 'link' ? 2 : look === 'trail' ? 3 : 1);
	if (look === 'trail') doc.lineCap('round').dash(1, { space: 6 });
	doc.path(wayOf(points)).stroke(strokes[look] ?? line);
	doc.undash().lineCap('butt');
	if (hasArrow) doc.path(wayOf(headOf(points))).stroke(strokes[look] ?? line);
}

function letters(doc: Doc, shape: Extract<Shape, { is: 'text' }>, locale: Locale): void {
	const { text, x, y, anchor, size, isBold: bold, isSoft, on } = shape;
	const ground = on === 'lines' ? sheet : undefined;
	doc.fillColor(isSoft ? soft : ink);
	writeAt(doc, text, { x, y, anchor, size, bold, ground, base: directionOf(locale) });
}
