import { getLocale, type Locale } from '#words/addresses';
import * as m from '#words';
import type { Note } from './note.ts';
import { itemsIn, sectionsOf, type Item } from './sections.ts';
import { shownFields, type ShownField } from './shown-fields.ts';
import type { Lane, Template } from './template.ts';
import { said, saidIn } from './words.ts';

/** A board as a list: what its page, its Markdown and its print are made from. */
export type BoardList = ListedLane[];

export type ListedLane = {
	/** `null`: in no lane. The only one of a template without lanes, and then without a name. */
	lane: Lane | null;
	name: string;
	prompt: string;
	lang?: Locale;
	count: number;
	entries: Entry[];
};

export type Entry = {
	note: Note;
	kind: string;
	fields: ShownField[];
	/** Where it stands, axis by axis. */
	places: string[];
	joins: { as: string; to: Note }[];
	members: Entry[];
};

type Reading = { template: Template; known: ReadonlyMap<string, Note>; locale: Locale };

export function listOf(template: Template, notes: readonly Note[], locale: Locale = getLocale()): BoardList {
	const reading = { template, locale, known: new Map(notes.map((note) => [note.id, note])) };
	const sections = template.lanes.length
		? sectionsOf(template, notes)
		: [{ lane: null, items: itemsIn(notes) }];
	return sections.map(({ lane, items }) => ({
		lane,
		...namesOf(template, lane, locale),
		count: items.reduce((sum, { members }) => sum + 1 + members.length, 0),
		entries: items.map((item) => entryOf(reading, item))
	}));
}

function namesOf({ lanes }: Template, lane: Lane | null, locale: Locale) {
	if (!lane) return { name: lanes.length ? m.pictures_no_lane({}, { locale }) : '', prompt: '' };
	const { text, lang } = saidIn(lane.name, locale);
	return { name: text, prompt: said(lane.prompt, locale), ...(lang ? { lang } : {}) };
}

function entryOf(reading: Reading, { note, members }: Item): Entry {
	const { template, known, locale } = reading;
	const kind = template.kinds.find(({ key }) => key === note.kind) ?? template.kinds[0]!;
	return {
		note,
		kind: said(kind.name, locale),
		fields: shownFields(template, note, locale),
		places: placesOf(template, note, locale),
		joins: note.links.flatMap(({ to, as }) => {
			const end = known.get(to);
			const link = template.links.find(({ key }) => key === as);
			return end ? [{ as: link ? said(link.name, locale) : as, to: end }] : [];
		}),
		members: members.map((member) => entryOf(reading, { note: member, members: [] }))
	};
}

function placesOf({ axes }: Template, { x, y }: Note, locale: Locale): string[] {
	const on = [
		[axes?.x, x],
		[axes?.y, y]
	] as const;
	return on.flatMap(([axis, at]) =>
		axis && at !== null ? [m.pictures_place({ name: said(axis.name, locale), at }, { locale })] : []
	);
}
