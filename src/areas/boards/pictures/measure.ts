/*
 * How wide words are, without a font: the server has none of the reader's. Somewhat too wide rather than too narrow, so
 * that a line stays in its box in whatever face it is shown.
 */

const narrow = /[iljtfrI.,;:'’|!()[\]\s]/;
const wide = /[mwMW@%—…]/;
/** Scripts whose letters fill a square, and pictures. */
const square =
	/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

export function widthOf(text: string, size: number): number {
	let ems = 0;
	for (const letter of text) ems += emsOf(letter);
	return ems * size;
}

function emsOf(letter: string): number {
	if (/\p{M}|\p{Cf}/u.test(letter)) return 0;
	if (narrow.test(letter)) return 0.34;
	if (wide.test(letter)) return 0.92;
	if (/[0-9]/.test(letter)) return 0.62;
	if (square.test(letter)) return 1.1;
	return /\p{Lu}/u.test(letter) ? 0.7 : 0.57;
}

/** Lines that fit, and no more of them than asked for; what was left out shows as an ellipsis. */
export function wrapped(text: string, width: number, size: number, most: number): string[] {
	const lines: string[] = [];
	const words = text.split(/\s+/).filter(Boolean);
	let line = '';
	for (let word = words.shift(); word !== undefined && lines.length <= most; word = words.shift()) {
		const longer = line ? `${line} ${word}` : word;
		if (widthOf(longer, size) <= width) line = longer;
		else if (line) {
			lines.push(line);
			line = '';
			words.unshift(word);
		} else {
			const part = fitting(word, width, size);
			lines.push(part);
			if (part.length < word.length) words.unshift(word.slice(part.length));
		}
	}
	if (line) lines.push(line);
	return lines.length > most ? cut(lines.slice(0, most), width, size) : lines;
}

export function oneLine(text: string, width: number, size: number): string {
	return wrapped(text, width, size, 1)[0] ?? '';
}

function cut(lines: string[], width: number, size: number): string[] {
	const last = lines.at(-1);
	if (last === undefined) return [];
	return [...lines.slice(0, -1), `${fitting(last, width - size, size)}…`];
}

/** The first letters that fit: one at least, and never half a letter. */
function fitting(word: string, width: number, size: number): string {
	let part = '';
	let used = 0;
	for (const { segment } of new Intl.Segmenter().segment(word)) {
		used += widthOf(segment, size);
		if (part && used > width) break;
		part += segment;
	}
	return part;
}
