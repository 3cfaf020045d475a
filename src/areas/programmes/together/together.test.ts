import { expect, test } from 'vitest';
import { bothOf, losesWords } from './together.ts';

test.each([
	[null, 'a'],
	['', 'a'],
	['Repairs within', 'Repairs within a month'],
	['Repairs wit', 'Repairs within'],
	['Repairs month', 'Repairs within a month'],
	['within a month', 'Repairs within a month'],
	['a b', 'a  b'],
	[['a'], ['b', 'a']]
])('%j, written on to %j, loses nothing', (before, after) => {
	expect(losesWords(before, after)).toBe(false);
});

test.each([
	['Repairs within a month', 'Repairs within a week'],
	['Repairs', ''],
	['ok', 'organic milk'],
	['one two three', 'three two one'],
	['a a', 'a'],
	['twice', null],
	[['a', 'b'], ['a']]
])('%j, changed to %j, loses something', (before, after) => {
	expect(losesWords(before, after)).toBe(true);
});

test('put together, both are there, the first saved first', () => {
	expect(bothOf('Theirs.', ' Mine.')).toBe('Theirs.\n\nMine.');
	expect(bothOf(['a', 'b'], ['b', 'c'])).toEqual(['a', 'b', 'c']);
});
