/**
 * How many words a text has, counted as people count: runs of anything but white space that hold at least one
 * letter or figure, so that a dash or a bullet on its own costs nothing. Scripts that put no spaces between words
 * are cut by the rules of Unicode (UAX #29). One rule for page, server and script.
 */
export function countWords(text: string): number {
	return text.split(/\s+/u).reduce((sum, run) => sum + wordsIn(run), 0);
}

const letterOrFigure = /[\p{L}\p{N}]/u;
const unspaced =
	/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;

function wordsIn(run: string): number {
	if (!letterOrFigure.test(run)) return 0;
	const letters = run.match(unspaced)?.length ?? 0;
	return letters === 0 ? 1 : segmentsIn(run, letters);
}

/** A browser too old to cut words (before 2024, some) guesses two letters a word; the server judges. */
function segmentsIn(run: string, letters: number): number {
	if (typeof Intl.Segmenter !== 'function') return Math.ceil(letters / 2);
	const segments = [...new Intl.Segmenter('en', { granularity: 'word' }).segment(run)];
	return segments.filter(({ isWordLike, segment }) => isWordLike && letterOrFigure.test(segment)).length;
}
