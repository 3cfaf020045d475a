import type { Locale } from '#words/addresses';
import { wordsIn } from './wording.ts';

/*
 * Flesch–Kincaid grade level: J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, "Derivation of New
 * Readability Formulas for Navy Enlisted Personnel", Research Branch Report 8-75, Naval Technical Training Command,
 * 1975. 0.39 × words per sentence + 11.8 × syllables per word − 15.59 gives a school grade of the United States, whose
 * first begins at six: five more is the age. It was made for English; no other language is judged by it.
 */

/** Fewer words than this say nothing. */
const leastWords = 12;

/** In years; undefined for languages without a formula of theirs, and for texts too short for one. */
export function readingAge(text: string, language: Locale): number | undefined {
	if (language !== 'en') return undefined;
	const words = wordsIn(text);
	if (words.length < leastWords) return undefined;
	const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0);
	const grade = 0.39 * (words.length / sentencesIn(text)) + 11.8 * (syllables / words.length) - 15.59;
	return Math.max(5, Math.round(grade + 5));
}

function sentencesIn(text: string): number {
	const ends = text
		.trim()
		.split(/[.!?:;]+(?:\s|$)|\n+/)
		.filter((one) => /[\p{L}\p{N}]/u.test(one));
	return Math.max(1, ends.length);
}

/** English, by the letters: groups of vowels, less the silent e. Right to about one word in ten, which evens out. */
export function syllablesIn(word: string): number {
	const letters = word.toLowerCase().replaceAll(/[^a-z]/g, '');
	if (letters.length <= 3) return 1;
	const heard = letters.replace(/(?:[^laeiouy]es|[^dt]ed|[^l]e)$/, (end) => end[0]!).replace(/^y/, '');
	const groups = heard.match(/[aeiouy]+/g)?.length ?? 0;
	const apart = heard.match(/i[ao](?!u)|ua|eo|ism$/g)?.length ?? 0;
	const together = heard.match(/(?:t|c|s|g)io(?:n|us)|(?:c|t)ia[ln]?/g)?.length ?? 0;
	return Math.max(1, groups + apart - together);
}
