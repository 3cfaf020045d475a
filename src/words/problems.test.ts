import { expect, test } from 'vitest';
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
