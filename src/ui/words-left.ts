import * as m from '#words';
import { getLocale } from '#words/addresses';

/** "You have 12 words left", or how many are too many. */
export function wordsLeft(left: number): string {
	return sentence(left, String(Math.abs(left)));
}

/**
 * The same sentences for every plural of the language, with % for the number: a script that counts while
 * people type picks one by Intl.PluralRules, so it needs no catalogue of its own.
 */
export function wordsLeftForms(): Forms {
	const locale = getLocale();
	const forms = formsIn.get(locale) ?? formsFor(locale);
	formsIn.set(locale, forms);
	return forms;
}

type Forms = { left: Record<string, string>; over: Record<string, string> };
/** Four hundred sentences are made for one page otherwise. */
const formsIn = new Map<string, Forms>();

function formsFor(locale: string): Forms {
	const rules = new Intl.PluralRules(locale);
	const left: Record<string, string> = {};
	const over: Record<string, string> = {};
	// Whole numbers up to 100 meet every plural that whole numbers have: in Welsh 0, 1, 2, 3, 6 and all others.
	for (let n = 0; n <= 100; n += 1) {
		left[rules.select(n)] ??= sentence(n, '%');
		if (n > 0) over[rules.select(n)] ??= sentence(-n, '%');
	}
	return { left, over };
}

function sentence(left: number, shown: string): string {
	return left < 0
		? m.common_words_over({ count: -left, shown })
		: m.common_words_left({ count: left, shown });
}
