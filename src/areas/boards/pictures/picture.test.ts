import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { exampleNotes } from '../example-notes.ts';
import { templateOf, templates } from '../templates.ts';
import { apart } from './apart.ts';
import { mirrored, type Drawing } from './drawing.ts';
import { widthOf, wrapped } from './measure.ts';
import { drawingOf, pictureOf } from './picture.ts';

const draw = (key: string, count: number, locale: 'en' | 'ar' = 'en') =>
	pictureOf(templateOf(key)!, exampleNotes(templateOf(key)!, count), { locale, title: 'Ours' });

describe.each(templates)('$key', (template) => {
	test.each([0, 1, 7, 60, 300])(
		'shows each of %i notes by its number, and nothing beyond its edge',
		(count) => {
			const notes = exampleNotes(template, count);
			const drawing = drawingOf(template, notes, 'en');
			const numbers = drawing.shapes.flatMap((shape) =>
				shape.is === 'text' && shape.isBold ? [shape.text] : []
			);
			for (const { number } of notes) expect(numbers).toContain(String(number));
			expect(outside(drawing)).toEqual([]);
		}
	);

	test('the same notes give the same picture, in whatever order they come', () => {
		const notes = exampleNotes(template, 40);
		const drawn = (those: typeof notes) => pictureOf(template, those, { locale: 'ar', title: 'Ours' });
		expect(drawn(notes.toReversed())).toBe(drawn(notes));
	});
});

test('whatever people write, it is one well-formed picture without script or style', () => {
	const anything = fc.string({ unit: 'binary', maxLength: 300 });
	const evil = fc.constantFrom(
		']]><script>alert(1)</script>',
		'"/><a href="x">',
		'&amp;&#0;',
		'\ud800',
		'</svg>'
	);
	fc.assert(
		fc.property(
			fc.constantFrom(...templates),
			fc.oneof(anything, evil),
			fc.nat(12),
			(template, text, count) => {
				const notes = exampleNotes(template, count).map((note) => ({
					...note,
					text,
					fields: { as: text, role: text }
				}));
				const svg = pictureOf(template, notes, { locale: 'en', title: text });
				const seen = elementsIn(svg);
				expect(new Set(seen)).toEqual(new Set(seen.filter((name) => ourElements.includes(name))));
				expect(svg).not.toContain(' style=');
			}
		),
		{ numRuns: 150 }
	);
});

test('a picture says what it shows to who does not see it', () => {
	expect(draw('canvas', 0)).toContain('<desc>There are no notes yet.</desc>');
	expect(draw('power-map', 20)).toMatch(/<desc>Notes: 20\. .*With us, Much power: \d/);
	expect(draw('play', 3)).toContain('<desc>Notes: 3. 1 then 2; 2 then 3.</desc>');
	expect(draw('canvas', 3)).toMatch(/^<svg [^>]*role="img"[^>]*>\n<title>Ours<\/title>/);
});

test('who reads from right to left finds the first box on the right', () => {
	const first = (locale: 'en' | 'ar') =>
		drawingOf(templateOf('canvas')!, [], locale).shapes.find((shape) => shape.is === 'rect')!;
	expect(first('en')).toMatchObject({ x: 0 });
	expect(first('ar')).toMatchObject({ x: 808 });
	const drawing = drawingOf(templateOf('play')!, exampleNotes(templateOf('play')!, 9), 'en');
	expect(mirrored(mirrored(drawing))).toEqual(drawing);
});

test('a move on the map leaves a dotted trail', () => {
	expect(draw('power-map', 5)).toContain('stroke-dasharray="1 6"');
	expect(draw('canvas', 5)).not.toContain('stroke-dasharray');
});

test('a file of its own brings its colours, and names no class that it does not know', () => {
	const template = templateOf('placard')!;
	const svg = pictureOf(template, exampleNotes(template, 3), { locale: 'en', title: 'Ours', isAlone: true });
	expect(svg).toContain('<style>');
	const sheet = /<style>(.*?)<\/style>/s.exec(svg)![1]!;
	const used = [...svg.matchAll(/ class="([^"]+)"/g)].flatMap((found) => found[1]!.split(' '));
	const own = ['board-picture'];
	expect([...new Set(used)].filter((name) => !own.includes(name) && !sheet.includes(`.${name}`))).toEqual([]);
});

test('notes on one spot are pushed apart, the same way each time', () => {
	const spot = { x: 300, y: 300, width: 40, height: 40 };
	const bodies = Array.from({ length: 12 }, () => spot);
	const placed = apart(bodies, { width: 600, height: 600 });
	expect(apart(bodies, { width: 600, height: 600 })).toEqual(placed);
	for (const [at, a] of placed.entries())
		for (const b of placed.slice(at + 1))
			expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThan(39);
});

test('lines are no wider than their box, and no more than asked for', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'grapheme', maxLength: 200 }),
			fc.integer({ min: 60, max: 300 }),
			(text, width) => {
				const lines = wrapped(text, width, 15, 3);
				expect(lines.length).toBeLessThanOrEqual(3);
				for (const line of lines) expect(widthOf(line, 15)).toBeLessThanOrEqual(width + 15);
			}
		)
	);
	expect(wrapped('one two three', 60, 15, 1)).toEqual(['one t…']);
	expect(wrapped('', 60, 15, 3)).toEqual([]);
});

const ourElements = ['svg', 'title', 'desc', 'rect', 'path', 'text'];

function elementsIn(svg: string): string[] {
	const names: string[] = [];
	const parser = new SaxesParser();
	parser.on('error', (error) => {
		throw error;
	});
	parser.on('opentag', ({ name }) => names.push(name));
	parser.write(svg).close();
	return names;
}

function outside({ width, height, shapes }: Drawing): unknown[] {
	const edge = 40;
	return shapes.filter((shape) => {
		const points = shape.is === 'line' ? shape.points : [shape];
		return points.some(({ x, y }) => x < -edge || y < -edge || x > width + edge || y > height + edge);
	});
}
