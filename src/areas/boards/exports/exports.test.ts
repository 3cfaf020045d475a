import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Problem } from '#shared/problem';
import { exampleNotes } from '../example-notes.ts';
import { listOf, type Entry } from '../list.ts';
import { templateOf, templates } from '../templates.ts';
import { csvOf, edgesCsv, nodesCsv } from './csv.ts';
import { boardFrom, jsonOf } from './json.ts';
import { markdownOf } from './markdown.ts';

const map = templateOf('power-map')!;

describe.each(templates)('$key', (template) => {
	test('leaves as JSON and comes back the same', () => {
		const notes = exampleNotes(template, 60).map((note) => ({ ...note, text: note.text.slice(0, 2000) }));
		const file = jsonOf(template, notes);
		expect(boardFrom(file)).toEqual({ template, notes });
		const { template: read, notes: again } = boardFrom(file);
		expect(jsonOf(read, again.toReversed())).toBe(file);
	});

	test('the list has every note once', () => {
		const notes = exampleNotes(template, 60);
		const numbers = listOf(template, notes, 'en').flatMap(({ entries }) => entries.flatMap(numbersIn));
		expect(numbers.toSorted((a, b) => a - b)).toEqual(notes.map(({ number }) => number));
	});
});

test('a board of which notes are not shown leaves without what leads to them', () => {
	const [first, , third] = exampleNotes(templateOf('play')!, 3);
	const kept = [{ ...first!, group: 'n2' }, third!];
	expect(boardFrom(jsonOf(templateOf('play')!, kept)).notes[0]).toMatchObject({ links: [], group: null });
});

test.each<[string, (file: Record<string, unknown>) => unknown, string]>([
	['of another program', () => ({ hello: 'world' }), 'board-unknown'],
	['of a later Placard', (file) => ({ ...file, version: 2 }), 'board-unknown'],
	[
		'with a note beyond the edge',
		(file) => ({ ...file, notes: [{ ...noteIn(file), x: 400 }] }),
		'board-damaged'
	],
	[
		'with a note in a lane that is not there',
		(file) => ({ ...file, notes: [{ ...noteIn(file), lane: 'attic' }] }),
		'board-damaged'
	],
	['with one note twice', (file) => ({ ...file, notes: [noteIn(file), noteIn(file)] }), 'board-damaged'],
	['with more than we keep', (file) => ({ ...file, colour: 'red' }), 'board-damaged']
])('a file %s is refused with one reason', (_, change, code) => {
	const file = JSON.parse(jsonOf(map, exampleNotes(map, 1))) as Record<string, unknown>;
	expect(() => boardFrom(JSON.stringify(change(file)))).toThrow(expect.objectContaining({ code }) as Error);
});

test('whatever is in a file, it is a board or it is refused', () => {
	const file = jsonOf(map, exampleNotes(map, 3));
	const broken = fc
		.tuple(fc.nat(file.length), fc.nat(30), fc.string({ maxLength: 10 }))
		.map(([at, length, text]) => file.slice(0, at) + text + file.slice(at + length));
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.json(), broken), (text) => {
			try {
				const { template, notes } = boardFrom(text);
				expect(boardFrom(jsonOf(template, notes)).notes).toHaveLength(notes.length);
			} catch (error) {
				expect(error).toBeInstanceOf(Problem);
			}
		}),
		{ numRuns: 300 }
	);
	expect(() => boardFrom('['.repeat(100_000))).toThrow(Problem);
	expect(() => boardFrom(' '.repeat(9_000_000))).toThrow(Problem);
});

test('a spreadsheet takes no note for a formula', () => {
	const [note] = exampleNotes(map, 1);
	const evil = { ...note!, text: '=HYPERLINK("http://example.org")', fields: { role: '@SUM(1)' } };
	expect(csvOf(map, [evil], 'en')).toContain(`"'=HYPERLINK(""http://example.org"")"`);
	expect(csvOf(map, [evil], 'en')).toContain("'@SUM(1)");
	expect(nodesCsv(map, [evil], 'en')).toContain("'=HYPERLINK");
});

test('nodes and edges are joined by number', () => {
	const notes = exampleNotes(map, 3);
	expect(edgesCsv(map, notes, 'en')).toBe(
		'\ufeffSource,Target,Type,Label\r\n1,2,Directed,can move\r\n2,3,Directed,can move\r\n'
	);
	expect(nodesCsv(map, notes, 'en').split('\r\n')[3]).toContain('3,Rent arrears,Actor,74,25');
});

test('Markdown takes nothing that people wrote for markup', () => {
	const [note] = exampleNotes(templateOf('canvas')!, 1);
	const evil = { ...note!, text: '# <script>\n- [x](javascript:1) *a*' };
	const said = markdownOf(templateOf('canvas')!, [evil], { title: 'Our *canvas*', locale: 'en' });
	expect(said).toContain('# Our \\*canvas\\*\n\n## Community\n');
	expect(said).toContain('- **1** \\# \\<script\\> \\- \\[x\\](javascript:1) \\*a\\* (Note');
});

function noteIn(file: Record<string, unknown>): object {
	return (file['notes'] as object[])[0]!;
}

function numbersIn({ note, members }: Entry): number[] {
	return [note.number, ...members.flatMap(numbersIn)];
}
