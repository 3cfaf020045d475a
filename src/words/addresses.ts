import { getLocale, isLocale, localizeHref as localize, locales, type Locale } from './generated/runtime.js';

export { getLocale, isLocale, locales, type Locale };

/** The address in the reader's language: '/programmes' → '/cy/programmes'. Other people's addresses stay as they are. */
export function localizeHref(href: string, locale: Locale = getLocale()): string {
	if (!href.startsWith('/') || href.startsWith('//')) return href;
	// '/cy/' would lead to '/cy' by way of one more request.
	return localize(href, { locale }).replace(/^(\/[^/?#]+)\/(?=[?#]|$)/, '$1');
}

/** The direction in which a language is written. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
	return /^(ar|he|fa|ur)\b/.test(locale) ? 'rtl' : 'ltr';
}
