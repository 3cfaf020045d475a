import makeBidi from 'bidi-js';

/*
 * Lines of text in the order in which they are drawn, where some of it runs from right to left: the Unicode
 * Bidirectional Algorithm (UAX #9) by bidi-js, line by line, after the lines were broken in the order of reading.
 */

const bidi = makeBidi();

export type Direction = 'ltr' | 'rtl';
/** What is drawn at once: words that run one way, in one face. */
export type Piece = { text: string; face: 'latin' | 'arabic' };
/** Pieces in the order of reading, which is how a file is searched and read aloud, each with its place from the left. */
export type Line = { pieces: (Piece & { at: number })[]; width: number; base: Direction };
export type Measure = (piece: Piece) => number;

type Levelled = Piece & { level: number };

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
/** Arabic letters, and what stands with them: marks, tatweel, their comma and figures, joiners. */
const inArabicFace = /[\p{Script_Extensions=Arabic}\u200c\u200d]/u;
/** They steer the algorithm, and there is nothing to draw. */
const controls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

export function runsRightToLeft(text: string): boolean {
	return rightToLeft.test(text);
}

/** The direction of the first letter: for text of which nobody said the language. */
export function directionFrom(text: string, otherwise: Direction): Direction {
	const letter = /\p{L}/u.exec(text)?.[0];
	if (letter === undefined) return otherwise;
	return runsRightToLeft(letter) ? 'rtl' : 'ltr';
}

export function withoutControls(text: string): string {
	return text.replaceAll(controls, '');
}

/** A text as lines no wider than `width`. Of `auto`, every paragraph begins where its first letter does. */
export function arranged(
	text: string,
	direction: Direction | 'auto',
	width: number,
	measure: Measure
): Line[] {
	return text.split(/\r\n?|\n/).flatMap((part) => {
		const base = direction === 'auto' ? directionFrom(part, 'ltr') : direction;
		const { levels } = bidi.getEmbeddingLevels(part, base);
		const widthOf = (from: number, to: number) => sum(piecesIn(part, levels, from, to), measure);
		return broken(part, width, widthOf).map(([from, to]) => {
			const read = piecesIn(part, levels, from, to);
			return { pieces: placed(read, measure), width: sum(read, measure), base };
		});
	});
}

/** Where lines begin and end: as many words as fit; one that is longer than a line goes on in the next. */
function broken(
	text: string,
	width: number,
	widthOf: (from: number, to: number) => number
): [number, number][] {
	const lines: [number, number][] = [];
	let [from, to] = [0, 0];
	for (const { index, 0: word } of text.matchAll(/\S+/g)) {
		const end = index + word.length;
		if (to > from && widthOf(from, end) > width) {
			lines.push([from, to]);
			from = index;
		}
		to = end;
		for (let fits = fitting(); fits < to; fits = fitting()) {
			lines.push([from, fits]);
			from = fits;
		}
	}
	return [...lines, [from, to]];

	function fitting(): number {
		let fits = to;
		while (widthOf(from, fits) > width && fits > from + 1) fits--;
		return fits;
	}
}

function piecesIn(text: string, levels: Uint8Array, from: number, to: number): Levelled[] {
	const pieces: Levelled[] = [];
	let index = from;
	for (const letter of text.slice(from, to)) {
		const level = levels[index]!;
		index += letter.length;
		if (withoutControls(letter) === '') continue;
		const face = level % 2 || inArabicFace.test(letter) ? 'arabic' : 'latin';
		const last = pieces.at(-1);
		if (last?.level === level && last.face === face) last.text += letter;
		else pieces.push({ text: letter, face, level });
	}
	return pieces;
}

function placed(pieces: Levelled[], measure: Measure): Line['pieces'] {
	const places = new Map<Piece, number>();
	let at = 0;
	for (const piece of inDrawingOrder(pieces)) {
		places.set(piece, at);
		at += measure(piece);
	}
	return pieces.map((piece) => ({
		text: piece.level % 2 ? turned(piece) : piece.text,
		face: piece.face,
		at: places.get(piece)!
	}));
}

/** UAX #9, rule L2: from the highest level down, every row of that level or higher is turned round. */
function inDrawingOrder(pieces: Levelled[]): Levelled[] {
	const drawn = [...pieces];
	const highest = Math.max(0, ...pieces.map(({ level }) => level));
	for (let level = highest; level > 0; level--)
		for (let start = 0; start < drawn.length; start++) {
			const end = drawn.findIndex((piece, index) => index >= start && piece.level < level);
			const row = drawn.slice(start, end < 0 ? undefined : end);
			drawn.splice(start, row.length, ...row.reverse());
			start += row.length;
		}
	return drawn;
}

/** Brackets are mirrored (rule L4). The face turns letters round as it joins them; signs without letters are turned here. */
function turned({ text }: Piece): string {
	const signs = [...text].map((sign) => bidi.getMirroredCharacter(sign) ?? sign);
	return (runsRightToLeft(text) ? signs : signs.reverse()).join('');
}

function sum(pieces: Piece[], measure: Measure): number {
	return pieces.reduce((total, piece) => total + measure(piece), 0);
}
