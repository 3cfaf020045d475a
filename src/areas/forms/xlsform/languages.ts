import { locales, type Locale } from '#words/addresses';

/** How a column says its language: "English (en)". */
export const languageNames: Record<Locale, string> = {
	en: 'English',
	cy: 'Welsh',
	es: 'Spanish',
	fr: 'French',
	ar: 'Arabic'
};

const known: Record<string, Locale> = {
	...Object.fromEntries(locales.map((locale) => [languageNames[locale].toLowerCase(), locale])),
	...Object.fromEntries(locales.map((locale) => [locale, locale])),
	eng: 'en', cym: 'cy', spa: 'es', fra: 'fr', fre: 'fr', ara: 'ar', anglais: 'en', inglés: 'en', ingles: 'en', cymraeg: 'cy', gallois: 'cy',
	español: 'es', espanol: 'es', espagnol: 'es', castellano: 'es',
	français: 'fr', francais: 'fr', francés: 'fr', العربية: 'ar', عربي: 'ar', arabe: 'ar', árabe: 'ar'
}; // prettier-ignore

/** "English (en)", "en", "Français (fr-CA)", "french": one of ours, or nothing. */
export function languageOf(written: string): Locale | undefined {
	const name = written.trim().toLowerCase();
	const code = /\(\s*([a-z]{2,3})([-_][a-z0-9]+)*\s*\)$/.exec(name)?.[1] ?? name;
	return Object.hasOwn(known, code) ? known[code] : undefined;
}

export function columnLanguage(locale: Locale): string {
	return `${languageNames[locale]} (${locale})`;
}
