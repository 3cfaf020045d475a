import { describe, expect, test } from 'vitest';
import { questionsOf, type Question } from '../index.ts';
import { book, type Book } from '../../../../tests/prove/malformed-forms/samples.ts';
import { formFromSheets, type XlsForm } from './import.ts';
import { reasonSentence } from './sentences.ts';
import type { Sheet } from './sheet.ts';

const usual = { main: 'en', seenBy: 'staff' } as const;

function sheets(of: Book): Sheet[] {
	return of.map(({ name, rows }) => ({ name, rows: rows.map((cells, n) => ({ number: n + 1, cells })) }));
}

function read(of: Book): XlsForm {
	const found = formFromSheets(sheets(of), of.map(({ name }) => name), usual); // prettier-ignore
	if (found.refused) throw new Error(found.refused.code);
	return found;
}

/** A survey of these rows, in English, with a list of yes and no and one of three goals. */
const heading = ['type', 'name', 'label', 'relevant', 'constraint', 'appearance', 'parameters', 'required'];
function survey(...rows: string[][]): Book {
	const choices = [['yes_no', 'yes', 'Yes'], ['yes_no', 'no', 'No'], ['goals', 'a', 'A'], ['goals', 'b', 'B'], ['goals', 'c', 'C']]; // prettier-ignore
	return [
		{ name: 'survey', rows: [heading, ...rows] },
		{ name: 'choices', rows: [['list_name', 'name', 'label'], ...choices] }
	];
}
const last = (...rows: string[][]): Question => questionsOf(read(survey(...rows)).form).at(-1)!;
const became = (...rows: string[][]) => {
	const { outcome, why } = read(survey(...rows)).report.filter(({ sheet }) => sheet === 'survey').at(-1)!; // prettier-ignore
	return [outcome, ...why.map(({ code }) => code)].join(' ');
};

test('an XLSForm becomes sections of pages, and every row of it says what became of it', () => {
	const { form, title, report } = read(book());
	expect(title).toBe('Your campaign');
	expect(form).toMatchObject({ main: 'en', others: ['fr'] });
	expect(form.sections.map(({ key, pages }) => [key, pages.map(({ questions }) => questions.map((one) => one.key))])).toEqual([
		['group-name', [['group-name', 'people', 'young']]],
		['kinds', [['kinds'], ['kinds-other'], ['story'], ['order'], ['share'], ['since'], ['picture'], ['said'], ['town'], ['agreed']]]
	]); // prettier-ignore
	expect(form.sections[0]!.pages[0]!.help).toEqual({
		texts: { en: 'Write as you speak.', fr: 'Écrivez comme vous parlez.' },
		main: 'en'
	});
	const said = report.filter(({ sheet }) => sheet === 'survey').map(({ row, outcome, why }) => `${row} ${outcome} ${why.map(({ code }) => code).join(' ')}`); // prettier-ignore
	expect(said).toEqual([
		'2 not-taken type-device', '3 taken ', '4 taken ', '5 taken ', '6 taken ', '7 taken ', '8 taken ', '9 taken ',
		'10 differently or-other', '11 differently letters-as-words', '12 taken ', '13 taken ', '14 not-taken type-calculate',
		'15 not-taken type-place', '16 not-taken repeat', '17 differently asked-once', '18 taken ', '19 differently parameters',
		'20 taken ', '21 differently columns', '22 taken ', '23 taken '
	]); // prettier-ignore
	expect(report.length).toBeGreaterThan(22);
	expect(report.every(({ outcome, why }) => outcome === 'taken' || why.length)).toBe(true);
});

describe('conditions are taken when ours can say exactly the same', () => {
	const before = [['select_one yes_no', 'q', 'Q'], ['select_multiple goals', 'g', 'G'], ['integer', 'n', 'N'], ['decimal', 'd', 'D'], ['acknowledge', 'ok', 'OK']]; // prettier-ignore
	const when = (relevant: string) => last(...before, ['text', 't', 'T', relevant]).when;
	const rule = (question: string, is: string, values: unknown) =>
		typeof values === 'number' ? { question, is, number: values } : { question, is, values };
	test.each([
		["${q} = 'yes'", { all: [rule('q', 'any-of', ['yes'])] }],
		["'yes' = ${q}", { all: [rule('q', 'any-of', ['yes'])] }],
		['${q} = “yes”', { all: [rule('q', 'any-of', ['yes'])] }],
		["${q} != 'yes'", { all: [rule('q', 'none-of', ['yes'])] }],
		["selected(${g}, 'a') or selected(${g},'b')", { all: [rule('g', 'any-of', ['a', 'b'])] }],
		["not(selected(${g}, 'a') or selected(${g},'b'))", { all: [rule('g', 'none-of', ['a', 'b'])] }],
		["${q}='yes' and ${n} > 3", { all: [rule('q', 'any-of', ['yes']), rule('n', 'at-least', 4)] }],
		["${q}='yes' or ${n} <= 3", { any: [rule('q', 'any-of', ['yes']), rule('n', 'at-most', 3)] }],
		['${n} = 3', { all: [rule('n', 'at-least', 3), rule('n', 'at-most', 3)] }],
		["${d} >= 0.5 and ${n} != ''", { all: [rule('d', 'at-least', 0.5), { question: 'n', is: 'answered' }] }],
		["${ok} = 'OK'", { all: [{ question: 'ok', is: 'answered' }] }],
		['string-length(${q}) > 0', { all: [{ question: 'q', is: 'answered' }] }],
		['count-selected(${g}) = 0', { all: [{ question: 'g', is: 'not-answered' }] }],
		['true()', undefined]
	])('%s', (relevant, condition) => expect(when(relevant)).toEqual(condition));

	test.each([
		'${d} > 3', '${n} != 3', "${q} = 'maybe'", "${nobody} = 'yes'", '${n} > ${d}', "${g} = 'a'", 'today() > 3', "${q} = 'yes' and (${n} > 3 or ${d} >= 1)",
		"${q}", 'not(${n} > 3)', "regex(${q}, 'y')", '((', '${n} > 1 ${d}'
	])('and said to be lost otherwise: %s', (relevant) => {
		expect(when(relevant)).toBeUndefined();
		expect(became(...before, ['text', 't', 'T', relevant])).toBe('differently condition-not-taken');
	}); // prettier-ignore

	test('those of groups count for each question in them', () => {
		const rows = [...before, ['begin_group', 'x', 'X', "${q} = 'yes'"], ['text', 't', 'T', '${n} >= 2']];
		expect(last(...rows).when).toEqual({ all: [rule('q', 'any-of', ['yes']), rule('n', 'at-least', 2)] });
	});
	test('one that is never true asks nobody', () => {
		expect(became(['text', 't', 'T', 'false()'])).toBe('not-taken never-asked');
	});
});

describe('constraints become limits', () => {
	test.each([
		['integer', '. >= 1 and . <= 120', { least: 1, most: 120 }],
		['integer', '. > 0', { least: 1 }],
		['decimal', '.<=1.5', { most: 1.5 }],
		['date', ". > date('2026-01-31')", { least: '2026-02-01' }],
		['select_multiple goals', 'count-selected(.) < 3', { atMost: 2 }],
		['text', 'string-length(.) <= 600', { maxWords: 100 }]
	])('of %s: %s', (type, constraint, limits) => {
		expect(last([type, 'x', 'X', '', constraint])).toMatchObject(limits);
	});
	test.each([
		['integer', '. != 3'],
		['decimal', '. > 0'],
		['date', '. <= today()'],
		['text', "regex(., '^[0-9]+$')"],
		['text', 'string-length(.) <= 10'],
		['integer', '. <= 5 or . = 99']
	])('and are said to be lost otherwise, of %s: %s', (type, constraint) => {
		expect(became([type, 'x', 'X', '', constraint])).toBe('differently check-not-taken');
	});
	test('a pattern of e-mail addresses makes it one', () => {
		expect(last(['text', 'x', 'X', '', "regex(., '^.+@.+$')"]).kind).toBe('email');
	});
});

describe('names become keys', () => {
	test.each([
		['HH_size', 'hh-size'],
		['2nd', '2nd'],
		['Größe', 'gro-e'],
		['page', 'page-2'],
		['constructor', 'constructor-2']
	])('%s is %s', (name, key) => expect(last(['text', name, 'X']).key).toBe(key));

	test('and two never become one', () => {
		const { form } = read(
			survey(['text', 'a_b', 'X'], ['text', 'a.b', 'Y'], ['date', 'c', 'Z'], ['text', 'c_day', 'W'])
		);
		expect(questionsOf(form).map(({ key }) => key)).toEqual(['a-b', 'a-b-2', 'c', 'c-day-2']);
	});
});

describe('what cannot be a form is refused in one sentence', () => {
	const refusal = (of: Book) => formFromSheets(sheets(of), of.map(({ name }) => name), usual).refused; // prettier-ignore
	test.each<[string, Book, object]>([
		['no survey', [{ name: 'Sheet1', rows: [['a']] }], { code: 'no-survey', inputs: { sheets: 'Sheet1' } }],
		['no column of types', [{ name: 'survey', rows: [['name'], ['a']] }], { code: 'no-type-column', row: 1 }],
		['no rows', [{ name: 'survey', rows: [['type', 'name']] }], { code: 'no-rows' }],
		['no language of ours', [{ name: 'survey', rows: [['type', 'name', 'label::Klingon (tlh)'], ['text', 'a', 'nuq']] }], { code: 'no-language', inputs: { languages: 'Klingon (tlh)' } }]
	])('%s', (_, of, expected) => expect(refusal(of)).toMatchObject(expected)); // prettier-ignore
});

test('every reason has its sentence, in English and in Welsh', () => {
	const rows = [
		['text', 'a', '**A** ${b}'], ['text', '', ''], ['note', 'n', ''], ['begin_group', 'g', ''], ['barcode', 'b', 'B'], ['select_one none', 's', 'S'],
		['integer', 'i', 'I', '${zz} = 1', '. = 2 or . = 3', 'w1', 'a=b', '${a} = 1'], ['end_group'], ['end_group']
	]; // prettier-ignore
	const reasons = [...read(survey(...rows)).report, ...read(book()).report].flatMap(({ why }) => why);
	for (const reason of reasons) {
		expect(reasonSentence(reason, 'en')).toMatch(/^[\p{Lu}“].+[.]$/u);
		expect(reasonSentence(reason, 'cy')).not.toBe(reasonSentence(reason, 'en'));
	}
});
