import * as v from 'valibot';
import { FormShape } from '../form.schema.ts';
import type { Page, Section, StoredForm } from '../question.ts';
import { locales } from '#words/addresses';
import { columnLanguage } from './languages.ts';
import { Lists } from './lists.ts';
import { Names } from './names.ts';
import { Refused } from './refused.ts';
import { mostIn } from './sheet.ts';
import { keyFor } from './keys.ts';
import { QuestionWriter } from './write-question.ts';
import { spokenIn, withWords, type Written } from './write-row.ts';
import { unfilled, type Spoken } from './words.ts';

/** A sheet to be written; its first row is the heading. */
export type WrittenSheet = { name: string; rows: string[][] };

/**
 * A form as the sheets of an XLSForm that ODK's tools take. What XLSForm cannot say stands in columns that begin with
 * `placard::`, so that the form comes back whole.
 */
export function sheetsFor(stored: StoredForm, title: string): WrittenSheet[] {
	const form = v.parse(FormShape, stored);
	const spoken = spokenIn(form);
	const questions = form.sections.flatMap(({ pages }) => pages.flatMap((page) => page.questions));
	const names = new Names(questions.map(({ key }) => key));
	const lists = new Lists(names);
	const writer = new QuestionWriter(questions, names, lists, spoken);
	const survey = form.sections.flatMap((section) => sectionRows(section, names, writer, spoken));
	const choices = lists.rows((words, row) => withWords(row, 'label', words, spoken));
	return [
		sheetOf('survey', [...inEach(spoken, surveyColumns)], survey),
		sheetOf('choices', [...inEach(spoken, choiceColumns)], choices),
		sheetOf('settings', settingColumns, [settings(form, title)])
	];
}

const surveyColumns = [
	'type', 'name', 'label', 'hint', 'required', 'required_message', 'relevant', 'constraint', 'appearance', 'parameters', 'body::accept',
	'placard::part', 'placard::key', 'placard::kind', 'placard::seen_by', 'placard::personal', 'placard::purpose', 'placard::needed_by',
	'placard::kept_months', 'placard::kept_for', 'placard::unless', 'placard::when', 'placard::details',
	'placard::label', 'placard::hint', 'placard::required_message'
]; // prettier-ignore
const choiceColumns = [
	'list_name',
	'name',
	'label',
	'placard_value',
	'placard_help',
	'placard_label',
	'placard_part'
];
const settingColumns = ['form_title', 'form_id', 'default_language', 'style', 'placard::format'];
const spokenColumns = ['label', 'hint', 'required_message'];

function* inEach(spoken: Spoken, columns: readonly string[]): Iterable<string> {
	for (const column of columns) {
		if (!spokenColumns.includes(column)) yield column;
		else for (const locale of [spoken.main, ...spoken.others]) yield spoken.keys(column, locale);
	}
}

function sectionRows(section: Section, names: Names, writer: QuestionWriter, spoken: Spoken): Written[] {
	const begin = withWords(groupRow('section', section.key, names), 'label', section.title, spoken);
	const pages = section.pages.flatMap((page) => pageRows(page, names, writer, spoken));
	return [begin, ...noteRows(section, names, spoken), ...pages, { type: 'end_group' }];
}

function pageRows(page: Page, names: Names, writer: QuestionWriter, spoken: Spoken): Written[] {
	const begin = withWords(
		{ ...groupRow('page', page.key, names), appearance: 'field-list' },
		'label',
		page.title,
		spoken
	);
	return [
		begin,
		...noteRows(page, names, spoken),
		...page.questions.flatMap((one) => writer.rows(one)),
		{ type: 'end_group' }
	];
}

function groupRow(part: 'section' | 'page', key: string, names: Names): Written {
	return {
		type: 'begin_group',
		name: names.take(`${part}-${key}`),
		'placard::part': part,
		'placard::key': key
	};
}

function noteRows({ key, help }: Section | Page, names: Names, spoken: Spoken): Written[] {
	return help ? [withWords({ type: 'note', name: names.take(`note-${key}`) }, 'label', help, spoken)] : [];
}

function settings(form: StoredForm, title: string): Written {
	return {
		form_title: unfilled(title),
		form_id: keyFor(title),
		default_language: columnLanguage(form.main),
		style: 'pages',
		'placard::format': String(form.format)
	};
}

/** Columns in which nothing stands are left out, but for those that make an XLSForm. */
function sheetOf(name: string, columns: readonly string[], rows: readonly Written[]): WrittenSheet {
	if (rows.length >= mostIn.rows) throw new Refused('form-too-long', { sheet: name });
	const used = columns.filter((column) => isNeeded(column) || rows.some((row) => row[column]));
	const cells = rows.map((row) => used.map((column) => row[column] ?? ''));
	const tooLong = cells.findIndex((row) => row.some((text) => text.length > mostIn.cell));
	if (tooLong >= 0) throw new Refused('form-too-long', { sheet: name, row: tooLong + 2 });
	return { name, rows: [[...used], ...cells] };
}

function isNeeded(column: string): boolean {
	return (
		['type', 'name', 'list_name'].includes(column) ||
		locales.some((one) => column === `label::${columnLanguage(one)}`)
	);
}
