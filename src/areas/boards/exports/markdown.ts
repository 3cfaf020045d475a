import type { Locale } from '#words/addresses';
import { sentenceOfDay } from '#words/dates';
import * as m from '#words';
import { listOf, type Entry } from '../list.ts';
import type { Note } from '../note.ts';
import type { Template } from '../template.ts';

type Options = { title: string; locale: Locale };

/** The list of a board as Markdown: nothing that people wrote is taken for markup. */
export function markdownOf(template: Template, notes: readonly Note[], { title, locale }: Options): string {
	const parts = listOf(template, notes, locale).map(({ name, prompt, entries }) =>
		[
			...(name ? [`## ${plain(name)}`, ''] : []),
			...(prompt ? [`*${plain(prompt)}*`, ''] : []),
			...entries.map((entry) => item(entry, locale, '')),
			...(entries.length ? [] : [m.pictures_none({}, { locale })])
		].join('\n')
	);
	return `# ${plain(title)}\n\n${parts.join('\n\n')}\n`;
}

function item(entry: Entry, locale: Locale, indent: string): string {
	const { note, kind, fields, places, joins, members } = entry;
	const said = [
		kind,
		...fields.map(({ name, text }) => `${name}: ${text}`),
		...places,
		...joins.map(({ as, to }) => `${as} ${to.number}`),
		...(note.votes ? [m.pictures_votes({ count: note.votes }, { locale })] : []),
		...(note.by === null ? [] : [m.pictures_by({ name: note.by }, { locale })]),
		...(note.reviewOn ? [m.pictures_review({ day: sentenceOfDay(note.reviewOn, locale) }, { locale })] : [])
	];
	return [
		`${indent}- **${note.number}** ${plain(note.text)} (${said.map(plain).join('; ')})`,
		...members.map((member) => item(member, locale, `${indent}  `))
	].join('\n');
}

/** On one line, with every sign that Markdown reads made a letter. */
function plain(text: string): string {
	return text
		.replaceAll(/\s+/g, ' ')
		.trim()
		.replaceAll(/[\\`*_{}[\]<>#|~!&$^=+-]/g, (sign) => `\\${sign}`);
}
