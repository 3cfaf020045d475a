import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from './excerpt.ts';
import { isNear, placesIn, plain, sketchOf, wordsOf } from './looking.ts';

test('words are the same without accents, capitals and vowel signs, in every script', () => {
	const same: [string, string][] = [
		['Ŵyl Gŵyr', 'wyl gwyr'],
		['Łódź Straße', 'lodz strasse'],
		['أَحْمَد', 'احمد'],
		['ΝΈΟΙ', 'νεοι']
	];
	for (const [one, other] of same) expect(plain(one)).toBe(other);
	expect(wordsOf("Mae'r grŵp, a’r GRŴP – K7M-4QX!")).toEqual(['mae', 'r', 'grwp', 'a', 'k7m', '4qx']);
});

test('one slip is forgiven in a word and two in a long one, and none in a short one', () => {
	for (const [typed, meant] of [
		['comunity', 'community'],
		['commnuity', 'community'],
		['tenents', 'tenants'],
		['damps', 'damp'],
		['gofalwry', 'gofalwyr'],
		['اجمد', 'احمد']
	] as const)
		expect(isNear(typed, meant), typed).toBe(true);
	for (const [typed, other] of [
		['cat', 'bat'],
		['renters', 'painters'],
		['swansea', 'sweden'],
		['communal', 'community']
	] as const)
		expect(isNear(typed, other), typed).toBe(false);
});

test('where a word stands in a text is where it is read, whatever the text', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
			for (const { word, start, end } of placesIn(text)) {
				expect(plain(text.slice(start, end))).toContain(word.slice(0, 1));
				expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
				expect(sketchOf(word)).toMatch(/^[\0-\x7f]+$/); // eslint-disable-line no-control-regex
			}
		})
	);
});

const said = (text: string) => [
	{ label: 'Group', text: ['Damp Watch'] },
	{ label: 'Change', text: [text] }
];
const joined = (excerpt: ReturnType<typeof excerptOf>) =>
	excerpt?.pieces.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('');

test('an excerpt shows what was looked for as it was written, with some words around', () => {
	const text = `${'Long before. '.repeat(20)}The Register of Repairs is closed. ${'Long after. '.repeat(30)}`;
	const wanted = ['regist', 'repairs'].map((word) => ({ word, similar: [] }));
	const excerpt = excerptOf(said(text), wanted);
	expect(excerpt?.name).toBe('Change');
	expect(joined(excerpt)).toContain('The [Register] of [Repairs] is closed.');
	expect(joined(excerpt)).toMatch(/^… .* …$/);
	expect(joined(excerpt)!.length).toBeLessThan(280);
	expect(joined(excerptOf(said(text), [{ word: 'dmap', similar: ['damp'] }]))).toBe('[Damp] Watch');
	expect(excerptOf(said(text), [{ word: 'nothing', similar: [] }])).toBeNull();
	expect(excerptOf(said(text), [])).toBeNull();
});

test('an excerpt is part of the text, whatever the text and the word', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), fc.nat(20), (text, which) => {
			const word = wordsOf(text)[which];
			if (!word) return;
			const excerpt = excerptOf([{ label: 'x', text: [text] }], [{ word, similar: [] }]);
			const whole = excerpt!.pieces
				.map((piece) => piece.text)
				.join('')
				.replace(/^… /, '')
				.replace(/ …$/, '');
			expect(text).toContain(whole);
			expect(excerpt!.pieces.some(({ isHit }) => isHit)).toBe(true);
		})
	);
});
