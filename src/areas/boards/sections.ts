import type { Note } from './note.ts';
import type { Lane, Template } from './template.ts';

/** A note with those that were put under it. */
export type Item = { note: Note; members: Note[] };
/** `lane: null`: notes that stand in none, or in one that is not there any more. */
export type Section = { lane: Lane | null; items: Item[] };

/** A board in the order in which it is read: lanes as the template has them, then what stands in none. */
export function sectionsOf({ lanes }: Template, notes: readonly Note[]): Section[] {
	const items = itemsIn(notes);
	const isLane = new Set(lanes.map(({ key }) => key));
	const elsewhere = items.filter(({ note }) => !isLane.has(note.lane ?? ''));
	const sections: Section[] = lanes.map((lane) => ({
		lane,
		items: items.filter(({ note }) => note.lane === lane.key)
	}));
	return elsewhere.length || !lanes.length ? [...sections, { lane: null, items: elsewhere }] : sections;
}

/** Each group once, under its heading. */
export function itemsIn(notes: readonly Note[]): Item[] {
	const known = new Map(notes.map((note) => [note.id, note]));
	const items = new Map<Note, Note[]>();
	for (const note of inOrder(notes)) {
		const heading = headingOf(note, known);
		const members = items.get(heading) ?? [];
		items.set(heading, heading === note ? members : [...members, note]);
	}
	return inOrder([...items.keys()]).map((note) => ({ note, members: items.get(note)! }));
}

export function inOrder(notes: readonly Note[]): Note[] {
	return notes.toSorted((a, b) => a.order - b.order || a.number - b.number || (a.id < b.id ? -1 : 1));
}

/** The note at the top; of notes that are put under each other in a ring, the one with the lowest number. */
function headingOf(note: Note, known: ReadonlyMap<string, Note>): Note {
	const way = [note];
	for (let above = aboveOf(note); above; above = aboveOf(above)) {
		if (way.includes(above)) return lowest(way.slice(way.indexOf(above)));
		way.push(above);
	}
	return way.at(-1)!;

	function aboveOf({ group }: Note): Note | undefined {
		return group === null ? undefined : known.get(group);
	}
}

function lowest(notes: readonly Note[]): Note {
	return notes.reduce((a, b) => (b.number < a.number ? b : a));
}
