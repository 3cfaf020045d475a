import { getLocale, locales, localizeHref, type Locale } from '#words/addresses';
import { deLocalizeHref } from '../words/generated/runtime.js';

/** Each language in its own words: whoever needs it reads it. */
const names: Record<Locale, string> = { en: 'English', cy: 'Cymraeg' };

/** Languages that no native speaker has checked yet. The page says so. */
const unreviewed: readonly Locale[] = ['cy'];

export const isUnreviewed = (): boolean => unreviewed.includes(getLocale());

/** The same page in every language. */
export function languagesOf(url: {
	readonly pathname: string;
	readonly searchParams: Iterable<[string, string]>;
}): { code: Locale; name: string; href: string; current: boolean }[] {
	// What a form's action adds ("?/send") is not part of where we are.
	const query = new URLSearchParams(
		[...url.searchParams].filter(([name]) => !name.startsWith('/'))
	).toString();
	const plain = deLocalizeHref(url.pathname) + (query && `?${query}`);
	return locales.map((code) => ({
		code,
		name: names[code],
		href: localizeHref(plain, code),
		current: code === getLocale()
	}));
}
