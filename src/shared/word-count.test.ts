import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from './word-count.ts';

test.each([
	['', 0],
	['   \n\t ', 0],
	['our community', 2],
	['co-designed with carers’ groups – and don’t stop', 7],
	['• one\n• two\n- three', 3],
	['£3,000 a year, 24/7', 4],
	['Mae’r gymuned yn gwybod', 4],
	['مجتمعنا يريد التغيير', 3],
	['e-mail: a@b.org', 2],
	['👩🏽‍🤝‍👩🏼 ✊ … !', 0],
	['我们的社区要求改变', 5],
	['ชุมชนของเรา', 3],
	['NHS数据 matters', 3]
])('%j has %d words', (text, words) => {
	expect(countWords(text)).toBe(words);
});

test('joining two texts with a space adds their words, whatever they are', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
			expect(countWords(`${a} ${b}`)).toBe(countWords(a) + countWords(b));
		})
	);
});

test('line endings of any kind count the same', () => {
	fc.assert(
		fc.property(fc.array(fc.string({ unit: 'grapheme-ascii' })), (lines) => {
			expect(countWords(lines.join('\r\n'))).toBe(countWords(lines.join('\n')));
		})
	);
});
