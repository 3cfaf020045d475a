import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, sentenceOfChange } from './changes.ts';
import { exampleNotes } from './example-notes.ts';
import { laneBeside, laneOfLetter, moved } from './moving.ts';
import { itemsIn } from './sections.ts';
import { templateOf } from './templates.ts';

const canvas = templateOf('canvas')!;
const map = templateOf('power-map')!;

test('nothing changed between a board and itself', () => {
	const notes = exampleNotes(canvas, 30);
	expect(changesBetween(notes, notes.toReversed())).toEqual([]);
});

test('what changed since our last meeting is said note by note', () => {
	const [one, two, three, four] = exampleNotes(canvas, 4).map((note) => ({
		...note,
		group: null,
		lane: 'risks'
	}));
	const before = [one!, two!, three!];
	const after = [
		{ ...two!, lane: 'change', text: 'The council reads it' },
		{ ...three!, group: 'n2' },
		four!
	];
	const sentences = changesBetween(before, after).map((change) => sentenceOfChange(canvas, change, 'en'));
	expect(sentences).toEqual([
		'4, “Ask for the list of whoever reads it, and for how long each of them keeps a copy…”, is new: Risks.',
		'2, “The council reads it”, moved. Before: Risks. Now: Change.',
		'2 now says “The council reads it”. Before: “Nobody told us that the form goes to the council too.”.',
		'3, “Rent arrears”, is now under 2.',
		'1, “The landlord’s app scores every family each month.”, is gone.'
	]);
});

test('a key moves a note, and never off the board', () => {
	expect(moved(map, { x: 98, y: 50 }, 'right', 5)).toEqual({ x: 100, y: 50 });
	expect(moved(map, { x: 10, y: 50 }, 'left', 5, 'rtl')).toEqual({ x: 15, y: 50 });
	expect(moved(map, { x: null, y: null }, 'up', 10)).toEqual({ x: 50, y: 60 });
	expect(moved(templateOf('opinion-spectrum')!, { x: 50, y: null }, 'up', 10)).toEqual({ x: 50, y: null });
	expect(moved(canvas, { x: null, y: null }, 'up', 10)).toEqual({ x: null, y: null });
	const ways = fc.array(fc.constantFrom('left', 'right', 'up', 'down'));
	fc.assert(
		fc.property(ways, fc.integer({ min: 1, max: 60 }), (all, step) => {
			const end = all.reduce((place, way) => moved(map, place, way, step), { x: 50, y: 50 } as ReturnType<
				typeof moved
			>);
			for (const at of [end.x!, end.y!]) expect(Number.isInteger(at) && at >= 0 && at <= 100).toBe(true);
		})
	);
});

test('a note goes from lane to lane, and a letter finds its lane', () => {
	expect(laneBeside(canvas, { lane: 'community' }, 1)).toBe('change');
	expect(laneBeside(canvas, { lane: 'community' }, -1)).toBe('community');
	expect(laneBeside(canvas, { lane: null }, 1)).toBe('community');
	expect(laneBeside(map, { lane: null }, 1)).toBeNull();
	expect(laneOfLetter(canvas, 'H')?.key).toBe('change');
	expect(laneOfLetter(canvas, 'z')).toBeUndefined();
});

test('notes that were put under each other in a ring are not lost', () => {
	const [a, b, c] = exampleNotes(canvas, 3);
	const ring = [
		{ ...a!, group: 'n2' },
		{ ...b!, group: 'n3' },
		{ ...c!, group: 'n1' }
	];
	expect(itemsIn(ring).map(({ note, members }) => [note.number, members.length])).toEqual([[1, 2]]);
});
