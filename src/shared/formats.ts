/**
 * Intl's formatters take far longer to make than to use, so each is made once. There are as many as languages, zones
 * and ways of writing that the host uses: few, and none of them chosen by visitors.
 */
const made = new Map<string, Intl.DateTimeFormat | Intl.NumberFormat>();

export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	return once(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options));
}

export function numberFormat(locale: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
	return once(`number ${locale} ${JSON.stringify(options)}`, () => new Intl.NumberFormat(locale, options));
}

function once<T extends Intl.DateTimeFormat | Intl.NumberFormat>(key: string, make: () => T): T {
	const known = made.get(key);
	if (known) return known as T;
	const format = make();
	made.set(key, format);
	return format;
}
