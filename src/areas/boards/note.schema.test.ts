import * as v from 'valibot';
import { expect, test } from 'vitest';
import { NoteShape } from './note.schema.ts';
import type { Note } from './note.ts';

const note: Note = {
	id: 'a1',
	number: 7,
	text: 'The caretaker knows\nwho asked.',
	kind: 'note',
	lane: 'one',
	x: 0,
	y: 100,
	fields: { role: 'Caretaker' },
	by: null,
	links: [{ to: 'a2', as: 'then' }],
	group: null,
	votes: 3,
	order: 1,
	trail: [{ x: 10, y: 20, at: new Date('2026-11-01T12:00:00Z') }],
	reviewOn: '2027-02-28'
};

test('a note comes back as it was, through a file too', () => {
	expect(v.parse(NoteShape, note)).toEqual(note);
	expect(v.parse(NoteShape, JSON.parse(JSON.stringify(note)))).toEqual(note);
});

test.each<[string, object]>([
	['beyond the edge of the map', { x: 101 }],
	['between two places', { y: 0.5 }],
	['longer than a page', { text: 'a'.repeat(2001) }],
	['with half a letter', { text: '\ud800' }],
	['to be looked at on a day that does not exist', { reviewOn: '2027-02-30' }],
	['moved at no time', { trail: [{ x: 1, y: 1, at: 'yesterday' }] }],
	['with more than we know', { colour: 'red' }]
])('a note %s is refused', (_, changes) => {
	expect(v.safeParse(NoteShape, { ...note, ...changes }).success).toBe(false);
});
