import path from 'node:path';
import {
	arranged,
	runsRightToLeft,
	withoutControls,
	type Direction,
	type Line,
	type Measure
} from './arrange.ts';

type Doc = PDFKit.PDFDocument;

export type Writing = {
	/** The left edge, and how much room there is from it. */
	x: number;
	width: number;
	base: Direction | 'auto';
	bold: boolean;
	size: number;
	lineGap?: number;
};

const folder = path.join(process.env['PLACARD_ROOT'] ?? process.cwd(), 'src/server/pdf/fonts');
/** How far the Arabic face reaches above the line on which both faces stand, as a share of the size. */
const ascent = 1.085;

export const mainFont = path.join(folder, 'atkinson-400.ttf');

export function registerFaces(doc: Doc): void {
	for (const [weight, number] of [
		['plain', 400],
		['bold', 700]
	] as const) {
		// prettier-ignore
		doc.registerFont(`latin ${weight}`, path.join(folder, `atkinson-${number}.ttf`));
		doc.registerFont(`arabic ${weight}`, path.join(folder, `plex-arabic-${number}.ttf`));
	}
}

/** A text from where the document stands, over as many lines and pages as it takes. */
export function write(doc: Doc, text: string, writing: Writing): void {
	const { x, width, bold, size, lineGap = 0, base } = writing;
	if (isPlain(text, base)) {
		doc.font(faceOf('latin', bold)).fontSize(size).text(withoutControls(text), x, doc.y, { width, lineGap });
		return;
	}
	for (const line of linesOf(doc, text, writing)) drawLine(doc, line, writing);
	doc.font(faceOf('latin', bold)).fontSize(size);
}

/** One line in a picture: at its baseline, from where it begins in the direction of the picture, around it, or to it. */
export function writeAt(
	doc: Doc,
	text: string,
	{
		x,
		y,
		anchor,
		base,
		ground,
		...look
	}: Omit<Writing, 'base' | 'width'> & {
		y: number;
		anchor: 'start' | 'middle' | 'end';
		base: Direction;
		/** What is put under it, where lines run. */
		ground?: string | undefined;
	}
): void {
	const writing: Writing = { ...look, x, width: 100_000, base: 'auto' };
	const [line] = linesOf(doc, text, writing);
	if (!line) return;
	const isLeft = (anchor === 'start') === (base === 'ltr');
	const left = anchor === 'middle' ? x - line.width / 2 : isLeft ? x : x - line.width;
	if (ground)
		doc
			.save()
			.rect(left - 2, y - 0.85 * look.size, line.width + 4, 1.15 * look.size)
			.fill(ground)
			.restore();
	doc.y = y - ascent * look.size;
	drawLine(doc, { ...line, base: 'ltr' }, { ...writing, x: left });
}

/** How much of the page it takes. */
export function heightOf(doc: Doc, text: string, writing: Writing): number {
	const { width, bold, size, lineGap = 0, base } = writing;
	if (!isPlain(text, base)) return linesOf(doc, text, writing).length * lineHeight(doc, writing);
	return doc
		.font(faceOf('latin', bold))
		.fontSize(size)
		.heightOfString(withoutControls(text), { width, lineGap });
}

/** pdfkit writes from left to right by itself. */
function isPlain(text: string, base: Writing['base']): boolean {
	return base !== 'rtl' && !runsRightToLeft(text);
}

function linesOf(doc: Doc, text: string, { base, width, bold, size }: Writing): Line[] {
	const measure: Measure = (piece) =>
		doc.font(faceOf(piece.face, bold)).fontSize(size).widthOfString(piece.text, together(piece.face));
	return arranged(text, base, width, measure);
}

function drawLine(doc: Doc, line: Line, writing: Writing): void {
	const { bold, size } = writing;
	const height = lineHeight(doc, writing);
	if (doc.y + height > doc.page.height - doc.page.margins.bottom) doc.continueOnNewPage();
	const { y } = doc;
	const x = line.base === 'rtl' ? writing.x + writing.width - line.width : writing.x;
	for (const { text, face, at } of line.pieces)
		doc
			.font(faceOf(face, bold))
			.fontSize(size)
			.text(text, x + at, y + ascent * size, { lineBreak: false, baseline: 'alphabetic', ...together(face) });
	doc.x = writing.x;
	doc.y = y + height;
}

/** pdfkit joins letters word by word and puts the words side by side from the left, unless it is asked for features. */
function together(face: Line['pieces'][number]['face']): { features?: [] } {
	return face === 'arabic' ? { features: [] } : {};
}

function lineHeight(doc: Doc, { bold, size, lineGap = 0 }: Writing): number {
	return doc.font(faceOf('arabic', bold)).fontSize(size).currentLineHeight(true) + lineGap;
}

/**
 * Who searches a file or copies from it gets the letters of a line turned round one by one. The letters of a ligature
 * are turned round in the file already, so that they come out in their order.
 */
export function turnLigatures(doc: Doc): void {
	const { _fontFamilies: made } = doc as unknown as {
		_fontFamilies: Record<string, { unicode: number[][] }>;
	};
	for (const weight of ['plain', 'bold'])
		for (const letters of made[`arabic ${weight}`]?.unicode ?? []) if (letters.length > 1) letters.reverse();
}

function faceOf(face: 'latin' | 'arabic', bold: boolean): string {
	return `${face} ${bold ? 'bold' : 'plain'}`;
}
