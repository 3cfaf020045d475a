import { expect, test } from 'vitest';
import { templateOf } from './templates.ts';
import { typedLines } from './typed-lines.ts';

const canvas = templateOf('canvas')!;
const [first, second] = canvas.lanes;

test('a letter and a full stop choose the lane, which stays for the next', () => {
	const typed = `${first!.letter}. One\nTwo\n${second!.letter.toUpperCase()}: Three\nFour`;
	expect(typedLines(canvas, typed, '').lines.map(({ text, lane }) => [text, lane])).toEqual([
		['One', first!.key],
		['Two', first!.key],
		['Three', second!.key],
		['Four', second!.key]
	]);
});

test('a letter alone changes the lane and writes nothing; a letter of no lane is part of the words', () => {
	expect(typedLines(canvas, `${second!.letter}.`, first!.key)).toEqual({ lines: [], lane: second!.key });
	const free = 'abcdefghijklmnopqrstuvwxyz'
		.split('')
		.find((one) => !canvas.lanes.some(({ letter }) => letter === one))!;
	expect(typedLines(canvas, `${free}. A point`, 'care').lines).toEqual([
		{ text: `${free}. A point`, lane: 'care' }
	]);
	expect(typedLines(canvas, 'A register is kept.', 'care').lines[0]!.text).toBe('A register is kept.');
});

test('empty lines are nothing', () => {
	expect(typedLines(canvas, '\n  \n', 'care')).toEqual({ lines: [], lane: 'care' });
});
