import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../words/generated/runtime.js';
import { wordsLeft, wordsLeftForms } from './words-left.ts';

test.each([
	[150, 'You have 150 words left'],
	[1, 'You have 1 word left'],
	[0, 'You have 0 words left'],
	[-1, 'You have 1 word too many'],
	[-12, 'You have 12 words too many']
])('with %i words left people read “%s”', (left, sentence) => {
	overwriteGetLocale(() => 'en');
	expect(wordsLeft(left)).toBe(sentence);
});

test.each(['en', 'cy'] as const)('a script that counts in %s says what the server says', (locale) => {
	overwriteGetLocale(() => locale);
	const forms = wordsLeftForms();
	const rules = new Intl.PluralRules(locale);
	for (let left = 0; left <= 200; left += 1) {
		expect(forms.left[rules.select(left)]!.replace('%', String(left))).toBe(wordsLeft(left));
		if (left) expect(forms.over[rules.select(left)]!.replace('%', String(left))).toBe(wordsLeft(-left));
	}
});
