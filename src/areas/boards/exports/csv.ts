import { csvOf as file } from '#shared/csv';
import type { Locale } from '#words/addresses';
import * as m from '#words';
import type { Note } from '../note.ts';
import { inOrder } from '../sections.ts';
import type { Template } from '../template.ts';
import { said } from '../words.ts';

/** Every note as a row; a column for each field of any kind. Joined and grouped notes are named by their numbers. */
export function csvOf(template: Template, notes: readonly Note[], locale: Locale): string {
	const numbers = new Map(notes.map(({ id, number }) => [id, String(number)]));
	const fields = fieldsOf(template);
	return file([
		[...columns(template, locale), ...fields.map(({ name }) => said(name, locale))],
		...inOrder(notes).map((note) => [
			...row(template, note, numbers, locale),
			...fields.map(({ key }) => note.fields[key] ?? '')
		])
	]);
}

/** Named people and everybody else on the map, for programs that draw networks. */
export function nodesCsv(template: Template, notes: readonly Note[], locale: Locale): string {
	const fields = fieldsOf(template);
	return file([
		['Id', 'Label', 'Kind', 'X', 'Y', ...fields.map(({ key }) => key)],
		...inOrder(notes).map((note) => [
			String(note.number),
			note.text,
			kindName(template, note, locale),
			place(note.x),
			place(note.y),
			...fields.map(({ key }) => note.fields[key] ?? '')
		])
	]);
}

/** Who is joined to whom, by the numbers of the nodes. */
export function edgesCsv(template: Template, notes: readonly Note[], locale: Locale): string {
	const numbers = new Map(notes.map(({ id, number }) => [id, String(number)]));
	const names = new Map(template.links.map(({ key, name }) => [key, said(name, locale)]));
	const edges = inOrder(notes).flatMap(({ number, links }) =>
		links.flatMap(({ to, as }) =>
			numbers.has(to) ? [[String(number), numbers.get(to)!, 'Directed', names.get(as) ?? as]] : []
		)
	);
	return file([['Source', 'Target', 'Type', 'Label'], ...edges]);
}

function columns({ axes }: Template, locale: Locale): string[] {
	const axis = (of: 'x' | 'y') => {
		const found = axes?.[of];
		return found ? said(found.name, locale) : of;
	};
	return [
		m.pictures_column_number({}, { locale }),
		m.pictures_column_text({}, { locale }),
		m.pictures_column_kind({}, { locale }),
		m.pictures_column_lane({}, { locale }),
		axis('x'),
		axis('y'),
		m.pictures_column_by({}, { locale }),
		m.pictures_column_votes({}, { locale }),
		m.pictures_column_group({}, { locale }),
		m.pictures_column_links({}, { locale }),
		m.pictures_column_review({}, { locale })
	];
}

function row(template: Template, note: Note, numbers: ReadonlyMap<string, string>, locale: Locale): string[] {
	const lane = template.lanes.find(({ key }) => key === note.lane);
	return [
		String(note.number),
		note.text,
		kindName(template, note, locale),
		lane ? said(lane.name, locale) : '',
		place(note.x),
		place(note.y),
		note.by ?? m.pictures_room({}, { locale }),
		String(note.votes),
		numbers.get(note.group ?? '') ?? '',
		note.links.flatMap(({ to }) => numbers.get(to) ?? []).join(' '),
		note.reviewOn ?? ''
	];
}

/** Fields of several kinds that have one key are one column. */
function fieldsOf({ kinds }: Template) {
	const all = kinds.flatMap(({ fields }) => fields);
	return [...new Map(all.map((field) => [field.key, field])).values()];
}

function kindName({ kinds }: Template, { kind }: Note, locale: Locale): string {
	const found = kinds.find(({ key }) => key === kind);
	return found ? said(found.name, locale) : kind;
}

function place(at: number | null): string {
	return at === null ? '' : String(at);
}
