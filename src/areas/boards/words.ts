import { getLocale, type Locale } from '#words/addresses';

/** What a template says: English always, other languages as far as somebody wrote them. */
export type Words = { en: string } & Partial<Record<Locale, string>>;

/** In the reader's language, or in English where nobody translated it. */
export function said(words: Words, locale: Locale = getLocale()): string {
	return words[locale] ?? words.en;
}

/** The same with its language where that is not the reader's, for the `lang` of the element around it. */
export function saidIn(words: Words, locale: Locale = getLocale()): { text: string; lang?: Locale } {
	const own = words[locale];
	return own === undefined ? { text: words.en, lang: 'en' } : { text: own };
}
