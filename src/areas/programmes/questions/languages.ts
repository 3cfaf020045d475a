import { locales, type Locale } from '#words/addresses';

/** The languages of this house, each by its own name. */
export function languageOptions(): { value: Locale; label: string }[] {
	return locales.map((locale) => ({
		value: locale,
		label: new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
	}));
}
