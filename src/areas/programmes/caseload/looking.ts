/** What somebody looks for: each word as they typed it, and words that are meant when nothing has it. */
export type Wanted = { word: string; similar: string[] };

/** Letters that are not made of a letter and a mark. */
const others: Record<string, string> = { ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ـ: '' }; // prettier-ignore

/** Small letters without accents or vowel signs, as people type who are in a hurry. */
export function plain(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[øłđðþßæœıـ]/g, (letter) => others[letter]!);
}

/** A word of a text and where it stands there. An apostrophe parts words: "mae'r" is two. */
export type Place = { word: string; start: number; end: number };

const longest = 60;

export function placesIn(text: string): Place[] {
	return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap((found) => {
		const word = plain(found[0]).replace(/[^\p{L}\p{N}]/gu, '').slice(0, longest); // prettier-ignore
		return word ? [{ word, start: found.index, end: found.index + found[0].length }] : [];
	});
}

/** Every word once. */
export function wordsOf(text: string): string[] {
	return [...new Set(placesIn(text).map(({ word }) => word))];
}

/** What was typed into the search, as far as it is read. */
export function wordsIn(q: string): string[] {
	return wordsOf(q).slice(0, 10);
}

/** A word in ASCII: other letters stand as one of these each, so that likeness can be reckoned for every script. */
export function sketchOf(word: string): string {
	const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
	return [...word]
		.map((letter) => (letter < '\u0080' ? letter : letters[letter.codePointAt(0)! % 36]!))
		.join('');
}

/** Shorter words are too like each other to guess. */
export const shortestGuessed = 4;

/** One slip in a word, or two in a long one: a letter too many, missing, wrong, or two that changed places. */
export function isNear(typed: string, word: string): boolean {
	if (typed.length < shortestGuessed) return false;
	return slips(typed, word) <= (typed.length < 8 ? 1 : 2);
}

/** Optimal string alignment distance (Boytsov 2011, section 2.1). */
function slips(one: string, other: string): number {
	let [older, old]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
	for (let row = 1; row <= one.length; row++) {
		const now = [row];
		for (let column = 1; column <= other.length; column++) {
			const same = one[row - 1] === other[column - 1];
			now[column] = Math.min(old![column]! + 1, now[column - 1]! + 1, old![column - 1]! + (same ? 0 : 1));
			if (one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
				now[column] = Math.min(now[column]!, older![column - 2]! + 1);
		}
		[older, old] = [old!, now];
	}
	return old![other.length]!;
}

/** Whether this word of a text is one that was looked for. */
export function isWanted(word: string, { word: typed, similar }: Wanted): boolean {
	return word.startsWith(typed) || similar.includes(word);
}
