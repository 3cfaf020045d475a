import type { Locale } from '#words/addresses';
import { readForm } from '../form-json.ts';
import type { Section, StoredForm } from '../question.ts';
import { Choices } from './choices.ts';
import { languageNames } from './languages.ts';
import { Refused, type Refusal } from './refused.ts';
import { inSheetOrder, lineFor, type ReportLine } from './report.ts';
import type { Sheet } from './sheet.ts';
import { languagesIn, type Languages } from './spoken.ts';
import { Survey } from './survey.ts';
import { keyOf, tableOf, type Table } from './table.ts';
import { strangeColumns } from './unread.ts';

/** The sheets that are read; others are named in the report. */
export const sheetsRead = ['survey', 'choices', 'settings'] as const;

export type Usual = {
	/** The language of columns that name none. */
	main: Locale;
	/** Who sees the answer to a question that does not say. */
	seenBy: string;
};
/** A form and what became of every row; or why there is none. */
export type XlsForm = { form: StoredForm; title: string; report: ReportLine[] };
export type XlsFormRead = (XlsForm & { refused?: never }) | { refused: Refusal; form?: never };

/** Makes a form of the sheets of a workbook. What it gives can be kept as it is. */
export function formFromSheets(
	sheets: readonly Sheet[],
	names: readonly string[],
	usual: Usual
): XlsFormRead {
	try {
		return read(sheets, names, usual);
	} catch (error) {
		if (error instanceof Refused) return { refused: error.refusal };
		throw error;
	}
}

function read(sheets: readonly Sheet[], names: readonly string[], usual: Usual): XlsFormRead {
	const [survey, choices, settings] = sheetsRead.map((name) => tableOf(sheetCalled(sheets, name))) as [
		Table,
		Table,
		Table
	];
	const setting = (name: string) => settings.lines[0]?.cells.get(name);
	mustHaveQuestions(sheets, survey, names, setting('placard::format') !== undefined);
	const languages = languagesIn([survey, choices], setting('default_language'), usual.main);
	const options = new Choices(choices, languages.in(choices));
	const title = setting('form_title') ?? setting('title') ?? setting('form_id') ?? '';
	const asked = { seenBy: usual.seenBy, title: { text: title.slice(0, 2000) || '…' } };
	const rows = new Survey(survey, options, languages.in(survey), asked);
	const made = whole(rows.sections(), languages, rows.lines);
	const columns = [...headings(survey, 'survey', languages), ...headings(choices, 'choices', languages)];
	const report = [
		...made.lines,
		...options.report(),
		...settingLines(settings),
		...columns,
		...otherSheets(names)
	];
	return { form: made.form, title, report: inSheetOrder(report) };
}

function sheetCalled(sheets: readonly Sheet[], word: string): Sheet | undefined {
	return sheets.find(({ name }) => name.trim().toLowerCase() === word);
}

function mustHaveQuestions(
	sheets: readonly Sheet[],
	survey: Table,
	names: readonly string[],
	isOurs: boolean
): void {
	const sheet = sheetCalled(sheets, 'survey');
	if (!sheet)
		throw new Refused('no-survey', { inputs: { sheets: names.slice(0, 8).join(', ').slice(0, 200) } });
	if (!survey.columns.some(({ name }) => name === 'type'))
		throw new Refused('no-type-column', { sheet: sheet.name, row: survey.heading });
	if (!survey.lines.length && !isOurs) throw new Refused('no-rows', { sheet: sheet.name });
}

/**
 * The form as the one shape has it. A question that the shape refuses (a limit that is no limit, say) is left out with
 * those that hang on it, and its row says so.
 */
function whole(
	sections: Section[],
	{ main, others }: Languages,
	lines: readonly ReportLine[]
): { form: StoredForm; lines: ReportLine[] } {
	let form: StoredForm = { format: 1, main, others, sections };
	const left = new Map<string, string>();
	for (let round = 0; round < 20; round++) {
		const { form: good, faults } = readForm(form);
		if (good) return { form: good, lines: withLeft(lines, left) };
		const wrong = new Map(
			faults.flatMap(({ question, code }) => (question === undefined ? [] : [[question, code] as const]))
		);
		if (!wrong.size) break;
		for (const [key, code] of wrong) left.set(key, code);
		form = { ...form, sections: without(form.sections, new Set(wrong.keys())) };
	}
	throw new Refused('not-a-form', { sheet: 'survey' });
}

function without(sections: readonly Section[], keys: ReadonlySet<string>): Section[] {
	return sections.map((section) => ({
		...section,
		pages: section.pages.map((page) => ({
			...page,
			questions: page.questions.filter(({ key }) => !keys.has(key))
		}))
	}));
}

function withLeft(lines: readonly ReportLine[], left: ReadonlyMap<string, string>): ReportLine[] {
	return lines.map((line) => {
		const code = line.key === undefined ? undefined : left.get(line.key);
		return code === undefined
			? line
			: {
					...line,
					outcome: 'not-taken',
					why: [...line.why, { code: 'not-possible', fault: code, key: line.key! }]
				};
	});
}

const settingsTaken = ['form_title', 'title', 'default_language', 'placard::format'];

function settingLines({ lines, columns }: Table): ReportLine[] {
	return lines.flatMap(({ row, cells }, n) => {
		if (n) return [lineFor('settings', row, '', '', [{ code: 'settings-row' }], true)];
		const unread = columns.filter(
			(column) => cells.has(keyOf(column)) && !settingsTaken.includes(column.name)
		);
		const taken = columns.filter((column) => cells.has(keyOf(column)) && settingsTaken.includes(column.name));
		return [
			...taken.map((column) => lineFor('settings', row, column.written, cells.get(keyOf(column))!, [])),
			...unread.map((column) =>
				lineFor(
					'settings',
					row,
					column.written,
					cells.get(keyOf(column))!,
					[{ code: 'setting-not-taken' }],
					true
				)
			)
		];
	});
}

function headings(table: Table, sheet: string, languages: Languages): ReportLine[] {
	const filled = new Set(table.lines.flatMap(({ cells }) => [...cells.keys()]));
	const column = (written: string, why: string, inputs: Record<string, string> = {}) =>
		lineFor(sheet, table.heading, written, '', [{ code: why, ...inputs }], true);
	const ours = Object.values(languageNames).join(', ');
	const tongues = languages.unread(table).filter((one) => filled.has(keyOf(one)));
	const own = sheet === 'choices' ? ['list_name'] : [];
	const strange = strangeColumns(table.columns).filter(
		(one) => filled.has(keyOf(one)) && !own.includes(one.name)
	);
	return [
		...tongues.map((one) => column(one.written, 'language-not-ours', { languages: ours })),
		...strange.map((one) => column(one.written, 'column-not-taken')),
		...table.twice.map((one) => column(one.written, 'column-twice'))
	];
}

function otherSheets(names: readonly string[]): ReportLine[] {
	const others = names.filter(
		(name) => !(sheetsRead as readonly string[]).includes(name.trim().toLowerCase())
	);
	return others.map((name) => lineFor(name.slice(0, 100), 0, '', '', [{ code: 'sheet-not-taken' }], true));
}
