import type { Locale } from '#words/addresses';
import * as m from '#words';
import type { Note } from './note.ts';
import { inOrder } from './sections.ts';
import type { Template } from './template.ts';
import { said } from './words.ts';

/** What is different about one note. A note may be in several: moved and reworded. */
export type Change =
	| { is: 'added' | 'gone'; note: Note }
	| { is: 'moved'; note: Note; before: Note }
	| { is: 'reworded'; note: Note; before: Note }
	| { is: 'grouped'; note: Note; under: Note | null };

/** What changed since our last meeting: what is new first, what is gone last. */
export function changesBetween(before: readonly Note[], after: readonly Note[]): Change[] {
	const was = new Map(before.map((note) => [note.id, note]));
	const is = new Map(after.map((note) => [note.id, note]));
	const stayed = inOrder(after).flatMap((note) => {
		const old = was.get(note.id);
		return old ? [[old, note] as const] : [];
	});
	return [
		...inOrder(after).flatMap((note): Change[] => (was.has(note.id) ? [] : [{ is: 'added', note }])),
		...stayed.flatMap(([old, note]) => differences(old, note, is)),
		...inOrder(before).flatMap((note): Change[] => (is.has(note.id) ? [] : [{ is: 'gone', note }]))
	];
}

function differences(before: Note, note: Note, known: ReadonlyMap<string, Note>): Change[] {
	const hasMoved = before.lane !== note.lane || before.x !== note.x || before.y !== note.y;
	const under = known.get(note.group ?? '') ?? null;
	return [
		...(hasMoved ? [{ is: 'moved', note, before } as const] : []),
		...(before.text !== note.text ? [{ is: 'reworded', note, before } as const] : []),
		...(before.group !== note.group ? [{ is: 'grouped', note, under } as const] : [])
	];
}

/** "7, “Rent arrears”, moved from Risks to Change." */
export function sentenceOfChange(template: Template, change: Change, locale: Locale): string {
	const { note } = change;
	const which = { number: note.number, text: shortened(note.text) };
	switch (change.is) {
		case 'added':
			return m.pictures_change_added({ ...which, place: placeOf(template, note, locale) }, { locale });
		case 'gone':
			return m.pictures_change_gone(which, { locale });
		case 'reworded':
			return m.pictures_change_reworded({ ...which, before: shortened(change.before.text) }, { locale });
		case 'moved': {
			const from = placeOf(template, change.before, locale);
			return m.pictures_change_moved({ ...which, from, place: placeOf(template, note, locale) }, { locale });
		}
		case 'grouped':
			return change.under
				? m.pictures_change_grouped({ ...which, under: change.under.number }, { locale })
				: m.pictures_change_apart(which, { locale });
	}
}

/** The lane, or the places on the axes. */
function placeOf({ lanes, axes }: Template, { lane, x, y }: Note, locale: Locale): string {
	const found = lanes.find(({ key }) => key === lane);
	const at = (axis: 'x' | 'y', value: number | null) => {
		const name = axes?.[axis]?.name;
		return name && value !== null
			? [m.pictures_place({ name: said(name, locale), at: value }, { locale })]
			: [];
	};
	const parts = [...(found ? [said(found.name, locale)] : []), ...at('x', x), ...at('y', y)];
	return parts.join(', ') || m.pictures_no_lane({}, { locale });
}

function shortened(text: string): string {
	const letters = [...new Intl.Segmenter().segment(text.replaceAll(/\s+/g, ' ').trim())];
	const short = letters.slice(0, 80).map(({ segment }) => segment);
	return short.join('') + (letters.length > 80 ? '…' : '');
}
