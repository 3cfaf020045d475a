import type { Question } from '../question.ts';
import { say, saidIn, type Words } from '../words.ts';
import type { Locale } from '#words/addresses';

/** The texts of a question in the language in which the form is written first. */
export type Wording = { language: Locale; label: string; help: string; options: string[] };

export function wordingOf(question: Question, language: Locale): Wording {
	return {
		language,
		label: say(question.label, language),
		help: question.help ? say(question.help, language) : '',
		options: 'options' in question ? question.options.map(({ label }) => say(label, language)) : []
	};
}

/** Lower case, one space between words, typographic marks as they are typed. */
export function plain(text: string): string {
	return text.toLowerCase().replaceAll(/[’‘`]/g, "'").replaceAll(/\s+/g, ' ').trim();
}

export function wordsIn(text: string): string[] {
	return plain(text).match(/[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*/gu) ?? [];
}

/** Is it said in that language? A text in one language alone is said in the main language of its form. */
export function isSaidIn(words: Words, language: Locale, main: Locale): boolean {
	if ('text' in words) return language === main;
	return saidIn(words, language).lang === undefined;
}
