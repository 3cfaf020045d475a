import type { Locale } from '#words/addresses';
import { say, type Words } from '../words.ts';
import { tidy, type Line } from './table.ts';

/** Which column of a kind says which language: label → Map { en → 'label', fr → 'label::French (fr)' }. */
export type Spoken = {
	main: Locale;
	others: readonly Locale[];
	keys: (column: string, locale: Locale) => string;
};

/** What the cells of a row say, as words of the host; nothing when they are empty. */
export function wordsIn(line: Line, column: string, spoken: Spoken, most: number): Words | undefined {
	const texts: Partial<Record<Locale, string>> = {};
	for (const locale of [spoken.main, ...spoken.others]) {
		const text = plain(line.cells.get(spoken.keys(column, locale)) ?? '').slice(0, most);
		if (text) texts[locale] = text.toWellFormed();
	}
	return wordsOf(texts, spoken.main);
}

export function wordsOf(texts: Partial<Record<Locale, string>>, main: Locale): Words | undefined {
	const said = Object.keys(texts) as Locale[];
	const [first] = said;
	if (first === undefined) return undefined;
	if (said.length === 1 && first === main) return { text: texts[main]! };
	return { texts, main: texts[main] === undefined ? first : main };
}

/** What stands in a cell for these words, in each language of the form. Other tools would fill in `${name}`. */
export function cellsFor(
	words: Words,
	spoken: Pick<Spoken, 'main' | 'others'>
): Partial<Record<Locale, string>> {
	const texts = Object.entries(textsOf(words, spoken)).filter(([, text]) => text);
	return Object.fromEntries(texts.map(([locale, text]) => [locale, unfilled(text)]));
}

export function unfilled(text: string): string {
	return text.replaceAll('${', '$ {');
}

function textsOf(words: Words, { main, others }: Pick<Spoken, 'main' | 'others'>) {
	if ('text' in words) return { [main]: words.text };
	const languages = [main, ...others];
	if ('message' in words) return Object.fromEntries(languages.map((one) => [one, say(words, one)]));
	const said = languages.includes(words.main) ? {} : { [main]: words.texts[words.main] ?? '' };
	return {
		...said,
		...Object.fromEntries(languages.map((one) => [one, words.texts[one] || said[one] || '']))
	};
}

/** Answers within sentences, and how texts look, are no part of our words. */
export function plain(text: string): string {
	return tidy(text)
		.replace(/\$\{[^{}]*\}/g, '…')
		.replace(/<\/?[a-z][^<>]*>/gi, '')
		.replace(/^#{1,6} +/gm, '')
		.replace(/(\*\*|__)(?=\S)(.*?\S)\1/g, '$2')
		.trim();
}

export function isStyled(text: string): boolean {
	return plain(text.replace(/\$\{[^{}]*\}/g, '…')) !== tidy(text.replace(/\$\{[^{}]*\}/g, '…'));
}

/** Two texts above one another, in each language that either has. */
export function joined(a: Words | undefined, b: Words, spoken: Pick<Spoken, 'main' | 'others'>): Words {
	if (!a) return b;
	const [one, two] = [cellsFor(a, spoken), cellsFor(b, spoken)];
	const texts: Partial<Record<Locale, string>> = {};
	for (const locale of [spoken.main, ...spoken.others]) {
		const both = [one[locale], two[locale]].filter(Boolean).join('\n\n');
		if (both) texts[locale] = both;
	}
	return wordsOf(texts, spoken.main) ?? b;
}
