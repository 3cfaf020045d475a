import { getLocale, locales, type Locale } from '#words/addresses';

/** What a host says of itself in one language. Empty: not said in this one. */
export type Wording = {
	/** What it does, in a sentence or two: the first thing people read. */
	lead: string;
	/** Who it is: paragraphs. */
	about: string;
	/** One line at the foot of every page: a charity number, an address. */
	foot: string;
	/** What the host adds to the privacy notice: its legal ground, its registration, whom to complain to. */
	privacy: string;
};
export type Wordings = Partial<Record<Locale, Wording>>;

/** A text with the language it is in, since that may not be the reader's. */
export type Said = { text: string; lang: Locale };

/** In the reader's language; else in the first of the site's languages in which it was said. */
export function saidIn(locale: Locale, key: keyof Wording, wordings: Wordings): Said | null {
	for (const lang of [locale, ...locales]) {
		const text = wordings[lang]?.[key];
		if (text) return { text, lang };
	}
	return null;
}

/** For the `lang` attribute: the language of a text, where it is not the page's (WCAG 3.1.2). */
export function langOf(said: Said | null): Locale | undefined {
	return said && said.lang !== getLocale() ? said.lang : undefined;
}

/** Paragraphs stand apart by an empty line. */
export function paragraphsOf(text: string): string[] {
	return text
		.split(/\n\s*\n/)
		.map((one) => one.trim())
		.filter(Boolean);
}
