import { getLocale, locales, localizeHref, type Locale } from '#words/addresses';
import { nameOfLanguage } from '#words/tongues';
import { deLocalizeHref } from '../words/generated/runtime.js';

/** The same page in every language that the host offers. */
export function languagesOf(
	url: { readonly pathname: string; readonly searchParams: Iterable<[string, string]> },
	offered: readonly string[] = locales
): { code: Locale; name: string; href: string; current: boolean }[] {
	// What a form's action adds ("?/send") is not part of where we are.
	const query = new URLSearchParams(
		[...url.searchParams].filter(([name]) => !name.startsWith('/'))
	).toString();
	const plain = deLocalizeHref(url.pathname) + (query && `?${query}`);
	return locales
		.filter((code) => offered.includes(code))
		.map((code) => ({
			code,
			name: nameOfLanguage(code),
			href: localizeHref(plain, code),
			current: code === getLocale()
		}));
}
