import type { Locale } from '#words/addresses';
import { sentenceOfDay } from '#words/dates';
import * as m from '#words';
import type { Note } from './note.ts';
import type { Field, Template } from './template.ts';
import { said } from './words.ts';

export type ShownField = { key: string; name: string; text: string };

/** What is filled in beside the text of a note, in the order of its kind and as people say it. */
export function shownFields({ kinds }: Template, note: Note, locale: Locale): ShownField[] {
	const kind = kinds.find(({ key }) => key === note.kind) ?? kinds[0]!;
	return kind.fields.flatMap((field) => {
		const value = (note.fields[field.key] ?? '').trim();
		if (!value) return [];
		return [{ key: field.key, name: said(field.name, locale), text: shown(field, value, locale) }];
	});
}

function shown({ kind, options }: Field, value: string, locale: Locale): string {
	const option = options.find(({ key }) => key === value);
	if (kind === 'choice' && option) return said(option.name, locale);
	if (kind === 'yes') return value === 'yes' ? m.pictures_yes({}, { locale }) : m.pictures_no({}, { locale });
	return kind === 'date' && isDay(value) ? sentenceOfDay(value, locale) : value;
}

function isDay(value: string): boolean {
	return /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));
}
