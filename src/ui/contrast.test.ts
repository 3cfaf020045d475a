import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brandCss } from './brand.ts';
import { accentPalette, contrastRatio, grounds, normalise } from './contrast.ts';

/** Ratios that others publish: WCAG techniques G18 and G145, WebAIM's checker, and the ends of the scale. */
const examples: [string, string, number][] = [
	['#000000', '#ffffff', 21],
	['#ffffff', '#ffffff', 1],
	['#777777', '#ffffff', 4.48],
	['#767676', '#ffffff', 4.54],
	['#949494', '#ffffff', 3.03],
	['#ff0000', '#ffffff', 4],
	['#0000ff', '#ffffff', 8.59],
	['#008000', '#ffffff', 5.14],
	['#ffff00', '#000000', 19.56],
	['#ffa500', '#ffffff', 1.97]
];

describe('contrast', () => {
	test.each(examples)('%s on %s is %f to 1, whichever is on top', (one, other, ratio) => {
		expect(contrastRatio(one, other)).toBeCloseTo(ratio, 2);
		expect(contrastRatio(other, one)).toBeCloseTo(ratio, 2);
	});

	test.each([
		['#ABC', '#aabbcc'],
		[' ff8800 ', '#ff8800'],
		['#Ff8800', '#ff8800'],
		['red', undefined],
		['#12345', undefined],
		['#ff880080', undefined],
		['', undefined],
		['url(x)', undefined]
	])('a host who types "%s" means %s', (typed, meant) => expect(normalise(typed)).toBe(meant));
});

describe("a host's own colour", () => {
	test.each([
		['red', 'accent-not-a-colour'],
		['#fff}body{display:none', 'accent-not-a-colour'],
		['#ffffff', 'accent-too-pale'],
		['#f8f6f1', 'accent-too-pale'],
		['#ffffcc', 'accent-too-pale']
	])('%s is refused: %s', (accent, refused) => expect(accentPalette(accent)).toEqual({ refused }));

	test('a strong colour stays as the host knows it', () => {
		expect(accentPalette('#1d3fbb')).toMatchObject({
			palette: { fill: '#1d3fbb', onFill: '#ffffff', text: '#1d3fbb' }
		});
	});

	test('yellow stays yellow as paint, and darkens as text on paper', () => {
		const { palette } = accepted('#ffc61a');
		expect(palette).toMatchObject({ fill: '#ffc61a', onFill: '#171512', dark: { fill: '#ffc61a' } });
		expect(palette.text).not.toBe('#ffc61a');
	});

	test('every colour that is taken can be read in both themes', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 0xffffff }), (n) => {
				const accent = `#${n.toString(16).padStart(6, '0')}`;
				const answer = accentPalette(accent);
				if ('refused' in answer) {
					expect(contrastRatio(accent, grounds.light.paper)).toBeLessThan(1.25);
					return;
				}
				const { fill, onFill, text, dark } = answer.palette;
				expect(contrastRatio(onFill, fill)).toBeGreaterThanOrEqual(4.5);
				expect(contrastRatio(dark.onFill, dark.fill)).toBeGreaterThanOrEqual(4.5);
				expect(contrastRatio(dark.fill, grounds.dark.paper)).toBeGreaterThanOrEqual(3);
				for (const ground of Object.values(grounds.light))
					expect(contrastRatio(text, ground)).toBeGreaterThanOrEqual(4.5);
				for (const ground of Object.values(grounds.dark))
					expect(contrastRatio(dark.text, ground)).toBeGreaterThanOrEqual(4.5);
			}),
			{ numRuns: 2000 }
		);
	});

	test('the sheet for the host holds six colours and nothing else', () => {
		expect(brandCss('#1D3FBB')).toMatch(/^:root\{(--brand[a-z-]*:#[0-9a-f]{6};?){6}\}\n$/);
	});

	test.each([undefined, null, '', 'red', '#ffffff'])('%s leaves Placard in its own colours', (accent) =>
		expect(brandCss(accent)).toBe(':root{}\n')
	);
});

describe('our own colours', () => {
	const css = readFileSync(new URL('./css/tokens.css', import.meta.url), 'utf8');
	const themes = { light: tokens("[data-theme='light'] {"), dark: tokens("[data-theme='dark'] {") };

	const text = 4.5;
	const shape = 3;
	const pairs: [string, string, number][] = [
		['ink', 'paper', 7],
		['ink', 'sheet', 7],
		['ink', 'shade', 7],
		['ink', 'hint-wash', 7],
		['soft', 'paper', text],
		['soft', 'sheet', text],
		['soft', 'shade', text],
		['link', 'paper', text],
		['link', 'sheet', text],
		['link', 'shade', text],
		['on-loud', 'loud', text],
		['wrong', 'paper', text],
		['wrong', 'sheet', text],
		['wrong', 'wrong-wash', text],
		['right', 'sheet', text],
		['right', 'right-wash', text],
		['edge', 'paper', shape],
		['edge', 'shade', shape],
		['rim', 'paper', shape]
	];

	test.each(Object.keys(themes).flatMap((theme) => pairs.map((pair) => [theme, ...pair] as const)))(
		'%s theme: %s reads on %s',
		(theme, over, under, ratio) => {
			const colours = themes[theme as keyof typeof themes];
			expect(contrastRatio(colours[over]!, colours[under]!)).toBeGreaterThanOrEqual(ratio);
		}
	);

	test.each(['light', 'dark'] as const)(
		'the %s grounds are those that a host’s colour is judged by',
		(theme) => {
			for (const [name, colour] of Object.entries(grounds[theme]))
				expect(normalise(themes[theme][name]!)).toBe(colour);
		}
	);

	test('the reader’s own wish for dark gives the same colours as the gallery’s', () => {
		expect(tokens(':root:not([data-theme]) {')).toEqual(themes.dark);
	});

	/** The properties of the block that begins with `selector`, with our defaults where a host's colour would stand. */
	function tokens(selector: string): Record<string, string> {
		const block = css.slice(css.indexOf(selector) + selector.length).split('}')[0]!;
		const found = [...block.matchAll(/--([a-z-]+):\s*(?:var\(--([a-z-]+)(?:,\s*(#\w+))?\)|(#\w+))/g)];
		const colours: Record<string, string> = {};
		for (const [, name, alias, fallback, plain] of found)
			colours[name!] = fallback ?? plain ?? colours[alias!]!;
		return colours;
	}
});

function accepted(accent: string) {
	const answer = accentPalette(accent);
	if ('refused' in answer) throw new Error(answer.refused);
	return answer;
}
