import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Kind, Question, StoredForm } from '../question.ts';
import { findingCodes, severities } from './finding.ts';
import { sayFinding } from './finding-words.ts';
import { lintForm } from './lint.ts';

const text = (words: string) => ({ text: words });
const both = (en: string, cy: string) => ({ texts: { en, cy }, main: 'en' as const });
const options = (...labels: string[]) =>
	labels.map((label, n) => ({ value: `option-${n}`, label: text(label) }));

/** A question with which nothing is wrong, so that a test tells one thing. */
const ask = (label: string, kind: Kind = { kind: 'short-text' }, more: Partial<Question> = {}) =>
	({ key: 'q', label: text(label), seenBy: 'staff', neededBy: ['decision'], ...kind, ...more }) as Question;
const mail = ask('Email address', { kind: 'email' }, { key: 'mail', personal: true });
const formOf = (questions: readonly Question[], main: StoredForm['main'] = 'en'): StoredForm => ({
	format: 1,
	main,
	others: [],
	sections: [{ key: 'one', title: text('One'), pages: [{ key: 'page', title: text('Page'), questions }] }]
});
const found = (question: Question, main: StoredForm['main'] = 'en') =>
	lintForm(formOf([mail, question], main), { seenByMany: ['panel'] })
		.filter((one) => one.question === question.key)
		.map(({ code }) => code);

const long = { kind: 'long-text', maxWords: 150 } as const;
const helped = { help: text('Say it in your own words.') };
const choice = (...labels: string[]): Kind => ({ kind: 'choice', options: options(...labels) });

test('a good question is left in peace', () => {
	expect(found(ask('What is your group called?'))).toEqual([]);
	expect(found(ask('What do you want to change?', long, { ...helped, required: true }))).toEqual([]);
	expect(
		found(ask('My group knows that I am sending this', { kind: 'statement' }, { neededBy: [] }))
	).toEqual([]);
});

describe('who needs it', () => {
	test.each([
		['nothing is named', { neededBy: [] }, ['nobody-needs']],
		['a decision', { neededBy: ['decision'] }, []]
	] as const)('%s', (_, more, codes) => {
		expect(found(ask('Colour of your logo', { kind: 'short-text' }, more))).toEqual(codes);
	});
});

describe('what the law protects most', () => {
	test.each([
		['Do you have a disability?', 'en'],
		['Ethnic group', 'en'],
		['What is your religion?', 'en'],
		['Is anybody in your group a trade union member?', 'en'],
		['Tell us about your health', 'en'],
		['Do you have any access needs?', 'en'],
		['Have you any criminal convictions?', 'en'],
		['A oes gennych anabledd?', 'cy'],
		['Beth yw eich crefydd?', 'cy'],
		['Grŵp ethnig', 'cy'],
		['Eich iechyd', 'cy']
	] as const)('%s', (label, main) => {
		const codes = found(ask(label, { kind: 'short-text' }, { personal: true }), main);
		expect(codes).toContain('special-category');
		const said = { personal: true, purpose: text('To book what you need') };
		expect(found(ask(label, { kind: 'short-text' }, said), main)).not.toContain('special-category');
	});
	test.each([
		['Which health data does the council hold?'],
		['Does the health board answer you?'],
		['Who could help with health and safety?'],
		['How healthy is the debate?'],
		['What do you race to finish?'],
		['What is the ethos of your group?'],
		['Which disability services use this register?']
	])('%s is about things and not about a person', (label) => {
		expect(found(ask(label))).not.toContain('special-category');
	});
	test('in the options too, and nobody may be made to answer', () => {
		const kind = choice('Christian', 'No religion', 'Prefer not to say');
		expect(found(ask('Which is yours?', kind, { required: true, personal: true }))).toEqual([
			'special-category',
			'required-sensitive'
		]);
	});
});

describe('two questions in one', () => {
	const closed = choice('Yes', 'No', 'Not sure');
	test.each<[string, Kind, 'en' | 'cy']>([
		['What do you want to change and how will you do it?', long, 'en'],
		['Who is in your group and where do they live?', long, 'en'],
		['Tell us about your community and describe what it has done', long, 'en'],
		['What is the problem? Who is affected?', long, 'en'],
		['What data is held, and who holds it?', long, 'en'],
		['Was the training clear and useful?', closed, 'en'],
		['Do you live and work in Wales?', closed, 'en'],
		['Have you read and understood the notice?', { kind: 'yes-no', reason: 'no' }, 'en'],
		['Beth yw’r broblem a phwy sy’n cael ei effeithio?', long, 'cy'],
		['Dywedwch wrthym am y grŵp a disgrifiwch ei waith', long, 'cy']
	])('%s', (label, kind, main) => {
		expect(found(ask(label, kind, helped), main)).toContain('two-questions');
	});
	test.each<[string, Kind, 'en' | 'cy']>([
		['Name and address of your group', { kind: 'short-text' }, 'en'],
		['When and where do you meet?', { kind: 'short-text' }, 'en'],
		['What do you want to change, and why?', long, 'en'],
		['How do people take part, and how often?', long, 'en'],
		['Which towns and villages are you in?', { kind: 'short-text' }, 'en'],
		['Do you work with schools and colleges?', closed, 'en'],
		['Are you a member of staff or a volunteer?', closed, 'en'],
		['What could you share with other campaigns or learn from them?', long, 'en'],
		['Really??', closed, 'en'],
		['Enw a chyfeiriad eich grŵp', { kind: 'short-text' }, 'cy'],
		['Beth hoffech chi ei newid, a pham?', long, 'cy']
	])('%s is one', (label, kind, main) => {
		expect(found(ask(label, kind, helped), main)).not.toContain('two-questions');
	});
});

describe('a way to say that nothing fits', () => {
	test.each([
		[['Yes', 'No'], true],
		[['Yes', 'No', 'Not sure'], false],
		[['Red', 'Blue', 'None of these'], false],
		[['Red', 'Blue', 'Something else'], false],
		[['Red', 'Blue', 'Prefer not to say'], false]
	])('%s', (labels, isMissing) => {
		const codes = (required: boolean) => found(ask('Which?', choice(...labels), { required }));
		expect(codes(true).includes('no-way-out')).toBe(isMissing);
		expect(codes(false)).not.toContain('no-way-out');
	});
	test('in every language', () => {
		for (const [main, way] of [
			['cy', 'Ddim yn siŵr'],
			['es', 'No lo sé'],
			['fr', 'Je ne sais pas'],
			['ar', 'لا أعرف']
		] as const)
			expect(found(ask('?', choice('A', 'B', way), { required: true }), main)).not.toContain('no-way-out');
	});
	test('a list that the call puts in is not judged', () => {
		const kind: Kind = { kind: 'choice', options: [], optionsFrom: 'regions' };
		expect(found(ask('Where?', kind, { required: true }))).toEqual([]);
	});
});

describe('lists of options', () => {
	test.each([
		['overlapping numbers', ['0 to 10', '10 to 20', '20 to 30'], 'options-overlap'],
		['with a dash and a plus', ['1–5', '5–9', '9+'], 'options-overlap'],
		['under and over', ['Under 18', '18 to 25', '25 or over'], 'options-overlap'],
		['a number left out', ['1 to 5', '7 to 10', 'More than 10'], 'options-gap'],
		['money', ['Less than £1,000', '£1,000 to £5,000', '£5,000 to £10,000'], 'options-overlap'],
		['the same twice', ['Yes', 'yes ', 'Not sure'], 'options-alike']
	])('%s', (_, labels, code) => {
		expect(found(ask('How many?', choice(...labels)))).toContain(code);
	});
	test.each([
		['one after another', ['1 to 5', '6 to 10', 'More than 10']],
		['from nothing', ['Fewer than 10', '10 to 19', '20 or more']],
		['no numbers', ['Red', 'Blue', 'Green']],
		['years', ['2023', '2024', '2025']],
		['names with numbers', ['Ward 1 and Ward 2', 'Ward 2 and Ward 3', 'Zone 9']]
	])('%s', (_, labels) => {
		const codes = found(ask('How many?', choice(...labels)));
		expect(codes.filter((code) => code.startsWith('options'))).toEqual([]);
	});
});

describe('words', () => {
	const hard =
		'Please elucidate the methodological considerations underpinning your organisational participation infrastructure, notwithstanding institutional constraints';
	test('a reading age is told of English and of nothing else', () => {
		expect(found(ask(hard, long, helped))).toContain('reading-age');
		expect(found(ask(hard, long, helped), 'fr')).not.toContain('reading-age');
	});
	test('everyday words pass', () => {
		const help = text('Say what happens now, who it hurts, and what will be better when you win.');
		expect(found(ask('What do you want to change?', long, { help }))).toEqual([]);
	});
	test.each<[string, Question, string]>([
		['long text without help', ask('Why?', long), 'help-missing'],
		['long text without a limit', ask('Why?', { kind: 'long-text' }, helped), 'word-limit-missing'],
		['an essay', ask('Why?', { kind: 'long-text', maxWords: 2000 }, helped), 'word-limit-large'],
		['a label of many words', ask(`${'so '.repeat(30)}much`), 'label-long']
	])('%s', (_, question, code) => {
		expect(found(question)).toContain(code);
	});
});

describe('people', () => {
	test.each<[string, Question, string]>([
		['what tells who somebody is, read by the panel', ask('Your street', undefined, { personal: true, seenBy: 'panel' }), 'personal-seen-by-many'],
		['an address that is not marked', ask('Where do you live?', { kind: 'address' }), 'personal-unmarked'],
		['a name that is not marked', ask('Your name', { kind: 'short-text', autocomplete: 'name' }), 'personal-unmarked'],
		['the same words again', ask('email  Address?'), 'asked-twice'],
		['another telephone kind', ask('Work email', { kind: 'email' }, { personal: true }), 'asked-twice']
	])('%s', (_, question, code) => {
		expect(found(question)).toContain(code);
	}); // prettier-ignore
	test('somebody said that it is not personal', () => {
		expect(found(ask('Office', { kind: 'address' }, { personal: false }))).toEqual([]);
	});
	test('nobody can be reached', () => {
		const all = lintForm(formOf([ask('Why?')]));
		expect(all).toEqual([{ question: null, code: 'no-way-to-reach', severity: 'serious' }]);
		expect(lintForm(formOf([]))).toEqual([]);
	});
});

describe('translations', () => {
	const inTwo = (question: Question) =>
		lintForm({ ...formOf([mail, question]), others: ['cy', 'ar'] }).find((one) => one.question === 'q');
	test('each language in which a text is missing is named', () => {
		expect(inTwo(ask('Why?', undefined, { label: both('Why?', 'Pam?') }))).toMatchObject({
			code: 'translation-missing',
			languages: ['ar']
		});
		expect(inTwo(ask('Why?'))).toMatchObject({ languages: ['cy', 'ar'] });
	});
	test('sentences of ours are in every language', () => {
		expect(inTwo(ask('', undefined, { label: { message: 'apply_group_label' } }))).toBeUndefined();
	});
});

test('every code has a severity, a sentence and what to do', () => {
	for (const code of findingCodes) {
		const inputs = { words: 'a', count: 2, other: 'b', languages: ['cy' as const] };
		const { says, todo } = sayFinding({ question: 'q', code, severity: severities[code], ...inputs });
		expect(says).toMatch(/[.…]$/);
		expect(todo).toMatch(/\.$/);
	}
});

test('whatever a form is, its findings stand in the order of its questions, the gravest first, and always the same', () => {
	const label = fc.constantFrom('Why?', 'Your religion', 'Yes and no?', 'What is it and who holds it?', '');
	const anyQuestion = fc
		.record({
			label,
			required: fc.boolean(),
			seenBy: fc.constantFrom('panel', 'staff'),
			personal: fc.boolean()
		})
		.chain((more) =>
			fc
				.constantFrom<Kind>({ kind: 'long-text' }, { kind: 'email' }, choice('1 to 5', '5 to 9', '9+'))
				.map((kind) => ({ ...ask(more.label, kind), ...more, label: text(more.label) }) as Question)
		);
	fc.assert(
		fc.property(fc.array(anyQuestion, { maxLength: 8 }), (some) => {
			const questions = some.map((one, n) => ({ ...one, key: `q${n}` }) as Question);
			const findings = lintForm(formOf(questions), { seenByMany: ['panel'] });
			const places = findings.map(
				({ question, code }) =>
					(question === null ? questions.length : Number(question.slice(1))) * 100 +
					findingCodes.indexOf(code)
			);
			expect(places).toEqual(places.toSorted((a, b) => a - b));
			expect(new Set(places).size).toBe(places.length);
			expect(lintForm(formOf(questions), { seenByMany: ['panel'] })).toEqual(findings);
		})
	);
});
