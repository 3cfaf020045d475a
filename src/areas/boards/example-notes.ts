import type { Note } from './note.ts';
import type { Template } from './template.ts';

const texts = [
	'The landlord’s app scores every family each month.',
	'Nobody told us that the form goes to the council too.',
	'Rent arrears',
	'Ask for the list of whoever reads it, and for how long each of them keeps a copy.',
	'The caretaker knows who asked for repairs.',
	'We meet on Thursdays in the library',
	'نريد أن نعرف من يقرأ هذه البيانات',
	'Children’s names are in it (!)',
	'A letter a day, for a week'
];

/** A board full of notes for tests: the same every time, with groups, links, votes, trails and long words. */
export function exampleNotes(template: Template, count: number): Note[] {
	return Array.from({ length: count }, (_, at) => exampleNote(template, at, count));
}

function exampleNote({ lanes, kinds, axes, links }: Template, at: number, count: number): Note {
	const kind = kinds[at % kinds.length]!;
	const to = [
		...(at + 1 < count && at % 7 !== 5 ? [`n${at + 2}`] : []),
		...(at % 7 === 4 ? [`n${at - 3}`] : [])
	];
	return {
		id: `n${at + 1}`,
		number: at + 1,
		text: at % 23 === 22 ? 'word '.repeat(400) : texts[at % texts.length]!,
		kind: kind.key,
		lane: lanes.length && at % 19 !== 18 ? lanes[(at * 2 + (at >> 2)) % lanes.length]!.key : null,
		x: axes && at % 11 !== 10 ? (at * 37) % 101 : null,
		y: axes?.y && at % 11 !== 10 ? (at * 53 + 20) % 101 : null,
		fields: Object.fromEntries(
			kind.fields.map(({ key, kind: is }, field) => [
				key,
				is === 'date' ? '2027-03-01' : texts[(at + field) % texts.length]!
			])
		),
		by: at % 2 ? 'Amal' : null,
		links: links.length ? to.map((id) => ({ to: id, as: links[0]!.key })) : [],
		group: at % 8 === 3 ? `n${at}` : null,
		votes: at % 5 === 2 ? at % 11 : 0,
		order: at,
		trail:
			axes && at % 4 === 0 ? [{ x: (at * 37 + 60) % 101, y: 30, at: new Date('2026-10-01T12:00:00Z') }] : [],
		reviewOn: kind.isAboutSomebody ? '2027-05-01' : null
	};
}
