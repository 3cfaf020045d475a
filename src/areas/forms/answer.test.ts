import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, isSame, typedIn } from './answer.ts';
import type { Kind, Question } from './question.ts';

const ask = (kind: Kind, key = 'q'): Question => ({ ...kind, key, label: { text: 'Q' }, seenBy: 'staff' });
const text = ask({ kind: 'long-text' });
const boxes = ask({ kind: 'several', options: [] });

test('a question that the form did not ask stays as it was', () => {
	for (const kind of [text, boxes, ask({ kind: 'date' }), ask({ kind: 'statement' })])
		expect(typedIn(kind, { other: 'x' })).toBeUndefined();
});

test('boxes that were shown and left empty are an empty answer', () => {
	expect(typedIn(boxes, { 'q-shown': 'yes' })).toEqual([]);
	expect(typedIn(boxes, { 'q-shown': 'yes', q: 'a' })).toEqual(['a']);
	expect(typedIn(ask({ kind: 'choice', options: [] }), { 'q-shown': 'yes' })).toBe('');
	expect(typedIn(ask({ kind: 'statement' }), { 'q-shown': 'yes', q: 'yes' })).toBe('yes');
});

test('a date comes in three boxes or as one text', () => {
	const date = ask({ kind: 'date' });
	expect(typedIn(date, { 'q-day': '1', 'q-month': '', 'q-year': '26' })).toEqual({
		day: '1',
		month: '',
		year: '26'
	});
	expect(typedIn(date, { q: '1 March 2026' })).toBe('1 March 2026');
});

test('of a name sent twice where one is asked, the first counts; a file where text is asked is no text', () => {
	expect(typedIn(text, { q: ['a', 'b'] })).toBe('a');
	expect(typedIn(text, { q: new File(['x'], 'x.txt') })).toBe('');
});

test('line endings become one kind, and what no database keeps goes', () => {
	expect(typedIn(text, { q: 'one\r\ntwo\rthree\u0000\u0007 four\ud800' })).toBe('one\ntwo\nthree four\ufffd');
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (any) => {
			const typed = typedIn(text, { q: any }) as string;
			expect(typed.isWellFormed() && !typed.includes('\u0000') && !typed.includes('\r')).toBe(true);
			expect(typedIn(text, { q: typed })).toBe(typed);
		})
	);
});

test('blank is blank however it is sent', () => {
	for (const typed of [null, undefined, '', ' \n', [], { day: ' ', month: '', year: '' }])
		expect(isBlank(typed)).toBe(true);
	expect(isSame('', null)).toBe(true);
	expect(isSame(['a'], ['b'])).toBe(false);
});
