import { getLocale, locales, localizeHref, type Locale } from '#words/addresses';
import { deLocalizeHref } from '../words/generated/runtime.js';

/** Each language in its own words: whoever needs it reads it. */
const names: Record<Locale, string> = { en: 'English', cy: 'Cymraeg' };

export const nameOfLanguage = (locale: Locale): string => names[locale];

/** Languages that no native speaker has checked yet. The page says so. */
const unreviewed: readonly Locale[] = ['cy'];

export const isUnreviewed = (): boolean => unreviewed.includes(getLocale());

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
			name: names[code],
			href: localizeHref(plain, code),
			current: code === getLocale()
		}));
}
