import type { Note } from '../note.ts';
import { inOrder } from '../sections.ts';

/** Notes in rows of those that are joined to each other, and those that are joined to nobody. */
export function joined(notes: readonly Note[]): { rows: Note[][]; alone: Note[] } {
	const beside = neighbours(notes);
	const known = new Map(notes.map((note) => [note.id, note]));
	const rows: Note[][] = [];
	const seen = new Set<string>();
	for (const note of inOrder(notes)) {
		if (seen.has(note.id)) continue;
		const row = reached(note.id, beside, seen).map((id) => known.get(id)!);
		rows.push(row);
	}
	const isAlone = (row: Note[]) => row.length === 1;
	return { rows: rows.filter((row) => !isAlone(row)), alone: rows.filter(isAlone).flat() };
}

/** Those to which a note leads, once each, of those that are on the board. */
export function leadsTo(note: Note, notes: readonly Note[]): Note[] {
	const ends = new Set(note.links.map(({ to }) => to));
	return notes.filter(({ id }) => id !== note.id && ends.has(id));
}

/** The order of a walk along the links: `by leading` for as long as it can, then whoever leads here. */
export function walked(row: readonly Note[]): Note[] {
	const led = new Set(row.flatMap((note) => leadsTo(note, row).map(({ id }) => id)));
	const first = inOrder(row).find(({ id }) => !led.has(id));
	const known = new Map(row.map((note) => [note.id, note]));
	const walk: Note[] = [];
	const waiting = [...inOrder(row)].reverse();
	if (first) waiting.push(first);
	while (waiting.length) {
		const note = waiting.pop()!;
		if (walk.includes(note)) continue;
		walk.push(note);
		waiting.push(...inOrder(leadsTo(note, [...known.values()])).reverse());
	}
	return walk;
}

function neighbours(notes: readonly Note[]): Map<string, Set<string>> {
	const beside = new Map(notes.map(({ id }) => [id, new Set<string>()]));
	for (const { id, links } of notes)
		for (const { to } of links) {
			if (!beside.has(to) || to === id) continue;
			beside.get(id)!.add(to);
			beside.get(to)!.add(id);
		}
	return beside;
}

function reached(from: string, beside: ReadonlyMap<string, Set<string>>, seen: Set<string>): string[] {
	const row: string[] = [];
	const waiting = [from];
	seen.add(from);
	for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
		row.push(id);
		for (const next of beside.get(id) ?? []) {
			if (seen.has(next)) continue;
			seen.add(next);
			waiting.push(next);
		}
	}
	return row;
}
