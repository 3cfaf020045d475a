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
export function wordsLeftForms(): { left: Record<string, string>; over: Record<string, string> } {
	const samples = samplePerPlural(getLocale());
	const forms = (sign: 1 | -1) =>
		Object.fromEntries(
			Object.entries(samples).map(([plural, n]) => [plural, sentence(n === 0 ? 0 : sign * n, '%')])
		);
	return { left: forms(1), over: forms(-1) };
}

function sentence(left: number, shown: string): string {
	return left < 0
		? m.common_words_over({ count: -left, shown })
		: m.common_words_left({ count: left, shown });
}

/** One number for each plural category that whole numbers up to 100 have in a language: 0, 1, 2, 3, 6 and 10 in Welsh. */
function samplePerPlural(locale: string): Record<string, number> {
	const rules = new Intl.PluralRules(locale);
	const samples: Record<string, number> = {};
	for (let n = 0; n <= 100; n += 1) samples[rules.select(n)] ??= n;
	return samples;
}
