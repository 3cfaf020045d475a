import { expect, test } from 'vitest';
import { tooMany } from '#shared/problem';
import { fieldSentence, sentenceOf } from './problems.ts';

test('a field’s code becomes a sentence that names the field', () => {
	expect(fieldSentence('missing', 'Email address')).toBe('“Email address” needs an answer');
	expect(fieldSentence('too-many-words', 'The change', { words: 260, limit: 250 })).toBe(
		'“The change” has 260 words. Use 250 words or fewer'
	);
});

test('an unknown code still makes a whole sentence', () => {
	expect(fieldSentence('no-such-code', 'Name')).toBe('“Name” is not in the form we expected');
	expect(sentenceOf('no-such-code')).toContain('missing or not in the form');
});

test.each([
	[1, 'in 1 minute.'],
	[15, 'in 15 minutes.'],
	[1440, 'in 24 hours.']
])('who has to wait %i minutes is told so in words that say something', (minutes, words) => {
	const { code, details } = tooMany(minutes);
	expect(sentenceOf(code, details)).toContain(`Try again ${words}`);
});
