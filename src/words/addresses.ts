import { getLocale, localizeHref as localize, locales, type Locale } from './generated/runtime.js';

export { getLocale, locales, type Locale };

/** The address in the reader's language: '/programmes' → '/cy/programmes'. Other people's addresses stay as they are. */
export function localizeHref(href: string, locale: Locale = getLocale()): string {
	return href.startsWith('/') && !href.startsWith('//') ? localize(href, { locale }) : href;
}

/** The direction in which a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
	return /^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}
