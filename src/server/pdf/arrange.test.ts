import { expect, test } from 'vitest';
import { arranged, directionFrom, withoutControls, type Direction } from './arrange.ts';

/** Every letter is one wide. */
const lines = (text: string, base: Direction, width = 100) =>
	arranged(text, base, width, (piece) => [...piece.text].length).map(({ pieces }) =>
		pieces.toSorted((a, b) => a.at - b.at).map(({ text }) => text)
	);

test.each`
	what                                                 | base     | text                          | drawn
	${'Arabic is one piece, which the face turns round'} | ${'rtl'} | ${'نحن هنا'}                  | ${['نحن هنا']}
	${'English inside Arabic keeps its own order'}       | ${'rtl'} | ${'من Connected by Data.'}    | ${['.', 'Connected by Data', 'من ']}
	${'Arabic inside English'}                           | ${'ltr'} | ${'They say نحن هنا today'}   | ${['They say ', 'نحن هنا', ' today']}
	${'brackets are mirrored'}                           | ${'rtl'} | ${'نحن (هنا)'}                | ${['نحن )هنا(']}
	${'signs without letters are turned round here'}     | ${'rtl'} | ${'سنة 2024).'}               | ${['.(', '2024', 'سنة ']}
	${'a number keeps its order'}                        | ${'rtl'} | ${'حتى 11:30'}                | ${['11:30', 'حتى ']}
	${'isolated words are put in, and not shown'}        | ${'rtl'} | ${'طلب \u2068K7M-4QX\u2069.'} | ${['.', 'K7M-4QX', 'طلب ']}
`('$what', ({ base, text, drawn }) => {
	expect(lines(text as string, base as Direction)).toEqual([drawn]);
});

test('lines are broken in the order of reading', () => {
	expect(lines('واحد اثنان ثلاثة', 'rtl', 11)).toEqual([['واحد اثنان'], ['ثلاثة']]);
	expect(lines('واحد\nاثنان', 'rtl')).toEqual([['واحد'], ['اثنان']]);
});

test('a word that is longer than a line goes on in the next', () => {
	expect(lines('aaaaaaaaaaaaa bb', 'ltr', 5)).toEqual([['aaaaa'], ['aaaaa'], ['aaa'], ['bb']]);
});

test('the file has the words in the order of reading, wherever they stand', () => {
	const [line] = arranged('من Leeds', 'rtl', 100, ({ text }) => text.length);
	expect(line).toMatchObject({
		width: 8,
		pieces: [
			{ text: 'من ', at: 5 },
			{ text: 'Leeds', at: 0 }
		]
	});
});

test('each paragraph of an answer begins where its first letter does', () => {
	const found = arranged('In Leeds\nنحن هنا', 'auto', 100, ({ text }) => text.length);
	expect(found.map(({ base }) => base)).toEqual(['ltr', 'rtl']);
});

test('nothing at all is one empty line', () => {
	expect(lines('', 'rtl')).toEqual([[]]);
});

test('text of which nobody said the language begins where its first letter does', () => {
	expect(directionFrom('«123» نحن and us', 'ltr')).toBe('rtl');
	expect(directionFrom('Us and نحن', 'rtl')).toBe('ltr');
	expect(directionFrom('123', 'rtl')).toBe('rtl');
});

test('what steers the order is not drawn', () => {
	expect(withoutControls('\u2068K7M\u2069\u200f')).toBe('K7M');
});
