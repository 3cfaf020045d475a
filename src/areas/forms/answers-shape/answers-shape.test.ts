import { Validator, type Schema } from '@cfworker/json-schema';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWords } from '#shared/word-count';
import { anyForm } from '../../../../tests/any-form.ts';
import type { Answers, Typed, Value } from '../answer.ts';
import { meanings, obstacles, questionsOf } from '../progress.ts';
import type { Condition, Form, Kind, Question } from '../question.ts';
import { read } from '../read.ts';
import { answersShape } from './answers-shape.ts';
import type { Shape } from './kind-shape.ts';

type Json = Record<string, unknown>;
type Sections = Pick<Form, 'sections'>;

/** What is meant, as somebody would have typed it. */
function typedOf(value: unknown): Typed {
	if (value === true) return 'yes';
	if (typeof value !== 'number') return value as Typed;
	return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 });
}

const isText = (one: unknown) => typeof one === 'string';
/** What `Typed` can hold at all; anything else never reaches our reading. */
function isTyped(value: unknown): boolean {
	if (value === null || value === true || isText(value) || typeof value === 'number') return true;
	if (Array.isArray(value)) return value.every(isText);
	if (typeof value !== 'object') return false;
	const { bytes, ...rest } = value as Record<string, unknown>;
	const names = Object.keys(rest).toSorted().join(' ');
	const shapes = ['answer reason', 'country line1 line2 postcode region town', 'file kind name', 'file kind medium name']; // prettier-ignore
	return (
		Object.values(rest).every(isText) && shapes.includes(names) && (bytes === undefined) === !('file' in rest)
	);
}

/** Our own validator: nothing is in the way, and what is meant means itself. */
function weTake(form: Sections, json: Json): boolean {
	const keys = new Set(questionsOf(form).map(({ key }) => key));
	if (!Object.entries(json).every(([key, value]) => keys.has(key) && isTyped(value))) return false;
	const answers: Answers = Object.fromEntries(
		Object.entries(json).map(([key, value]) => [key, { typed: typedOf(value), value: null, version: 1 }])
	);
	if (obstacles(form, answers).length) return false;
	return [...meanings(form, answers)].every(([key, value]) => isEqual(json[key] ?? null, value));
}

function isEqual(a: unknown, b: unknown): boolean {
	const inOrder = (value: unknown): unknown =>
		typeof value === 'object' && value !== null && !Array.isArray(value)
			? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
			: value;
	return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b));
}

/** The schema, and what it names in `x-also` because it cannot say it. */
function schemaTakes(form: Sections, json: Json): boolean {
	const shape = answersShape(form, 'en');
	if (!new Validator(shape as Schema, '2020-12').validate(json).valid) return false;
	return questionsOf(form).every((question) => {
		const value = json[question.key] ?? null;
		const named = (shape['$defs'] as Record<string, Shape>)[`answer.${question.key}`]!;
		const text = JSON.stringify(named).match(/"rule":"([a-z]+)"/g) ?? [];
		return value === null || text.every((one) => also[one.slice(8, -1)]!(question, value as Value));
	});
}

const asWritten = (question: Question, value: Value) => isEqual(read(question, typedOf(value)).value, value);
const also: Record<string, (question: Question, value: Value) => boolean> = {
	words: (question, value) =>
		countWords(typeof value === 'string' ? value : (value as { reason: string }).reason) <=
		(question as { maxWords: number }).maxWords,
	order: ({ options }: Question & { options?: readonly { value: string }[] }, value) =>
		isEqual(
			value,
			options!.map((one) => one.value).filter((one) => (value as string[]).includes(one))
		),
	day: asWritten,
	email: asWritten,
	link: asWritten,
	postcode: asWritten,
	file: () => true
};

const file = { file: 'f1', name: 'Letter.pdf', kind: 'pdf', bytes: 12 };
const address = {
	line1: '1 High Street',
	line2: '',
	town: 'Leeds',
	region: '',
	postcode: 'LS1 1AA',
	country: ''
};
const junk = fc.constantFrom<unknown>(
	null, '', ' ', 'a', 'a  b', ' a', 'one two three four five six seven eight nine ten eleven', '-', '“', 0, 7, -3, 1.5, 1e6, true, false, [], ['x'], {}, file,
	{ ...file, kind: 'mp3' }, { ...file, medium: 'audio', kind: 'webm' }, { file: 'f1' }, '2026-02-28', '2026-02-30', '2026-2-3', '11 March 2026', '0999-01-01',
	'a@example.org', 'a@EXAMPLE.org', 'a@b', '0113 496 0000', '+44 (0)113 496-0000 ext 12', '+44 +113 4960000', '12345', '1234567890123456', ' 0113 4960000', '0113  4960000',
	'https://example.org/', 'example.org', 'https://me:pw@example.org/', 'ftp://example.org/', address, { ...address, town: '', postcode: '' }, { ...address, line1: '' },
	{ ...address, postcode: 'ls11aa' }, { ...address, line2: 'Flat 1,' }, { ...address, more: 'x' }, { line1: 'a' }, { answer: 'yes', reason: '' }, { answer: 'yes', reason: 'Since it is.' },
	{ answer: 'no', reason: '' }, { answer: 'no', reason: ' So.' }, { answer: 'no', reason: 'So.' }, { answer: 'perhaps', reason: '' }, { answer: 'yes' }, { answer: 'yes', reason: 'a', x: 'y' }, 'yes'
); // prettier-ignore

/** Something that often fits. */
const fitting: { [K in Kind['kind']]?: unknown[] } = {
	'short-text': ['Rent Watch'],
	'long-text': ['We count.\n\nEvery week.'],
	'yes-no': [
		{ answer: 'yes', reason: 'Since it is.' },
		{ answer: 'no', reason: 'So.' },
		{ answer: 'no', reason: '' }
	],
	address: [address],
	number: [0, 3, 12, -7, 2.25],
	date: ['2026-02-01', '2027-03-04'],
	email: ['asha@example.org'],
	telephone: ['+44 (0)113 496-0000 ext 12'],
	link: ['https://example.org/'],
	file: [file],
	recording: [{ ...file, kind: 'webm' }],
	statement: [true]
};

function valueFor(question: Question, luck: number): unknown {
	if (!('options' in question)) {
		const some = fitting[question.kind]!;
		return some[luck % some.length];
	}
	const values = question.options.map(({ value }) => value);
	if (question.kind === 'choice') return values[luck % values.length] ?? null;
	if (question.kind === 'ranking') return values.slice(0, question.first);
	const some = values.filter((_, n) => (luck >> n) % 2);
	return some.length ? some : null;
}

type Luck = { fits: number; junk: unknown; way: number };
const luck = fc.record({ fits: fc.nat(), junk, way: fc.nat(11) });

/** Mostly what fits, sometimes what does not, sometimes nothing; and in most, nothing where nothing is asked. */
function answersTo(form: Sections, lucks: readonly Luck[], tidy: boolean): Json {
	const json: Json = {};
	for (const [n, question] of questionsOf(form).entries()) {
		const { fits, junk: odd, way } = lucks[n % lucks.length]!;
		if (way > 0) json[question.key] = way === 1 ? odd : way === 2 ? null : valueFor(question, fits + n);
	}
	if (!tidy) return json;
	const answers = Object.fromEntries(
		Object.entries(json)
			.filter(([, value]) => isTyped(value))
			.map(([key, value]) => [key, { typed: typedOf(value), value: null, version: 1 }])
	);
	return Object.fromEntries([...meanings(form, answers)].filter(([, value]) => value !== null));
}

function compared(form: Sections, json: Json): boolean {
	const ours = weTake(form, json);
	expect({ json, takes: schemaTakes(form, json) }).toEqual({ json, takes: ours });
	return ours;
}

test('whatever the form and whatever is answered, the schema with what it names besides takes and refuses as we do', () => {
	const verdicts = { true: 0, false: 0 };
	fc.assert(
		fc.property(
			anyForm,
			fc.array(luck, { minLength: 5, maxLength: 5 }),
			fc.boolean(),
			(form, lucks, tidy) => {
				verdicts[`${compared(form, answersTo(form, lucks, tidy))}`] += 1;
			}
		),
		{ numRuns: 600 }
	);
	expect(Math.min(verdicts.true, verdicts.false)).toBeGreaterThan(50);
});

const ask = (key: string, kind: Kind, more: Partial<Question> = {}) =>
	({ key, label: { text: key }, seenBy: 'staff', ...kind, ...more }) as Question;
const formOf = (...questions: Question[]): Sections => ({
	sections: [{ key: 's', title: { text: 'S' }, pages: [{ key: 'p', questions }] }]
});
const options = ['a', 'b', 'c'].map((value) => ({ value, label: { text: value } }));
const everyKind: Kind[] = [
	{ kind: 'short-text', maxWords: 3 },
	{ kind: 'long-text', maxWords: 3 },
	{ kind: 'choice', options },
	{ kind: 'several', options, atMost: 2 },
	{ kind: 'ranking', options },
	{ kind: 'ranking', options, first: 2 },
	{ kind: 'yes-no', reason: 'either', maxWords: 3 },
	{ kind: 'yes-no', reason: 'no' },
	{ kind: 'address' },
	{ kind: 'number', least: 0, most: 10 },
	{ kind: 'number', decimal: true },
	{ kind: 'date', least: '2026-01-01', most: '2026-12-31' },
	{ kind: 'email' },
	{ kind: 'telephone' },
	{ kind: 'link' },
	{ kind: 'file', accept: ['pdf'], mostMegabytes: 1 },
	{ kind: 'recording', media: ['audio'], mostMegabytes: 1 },
	{ kind: 'statement' }
];

test.each(everyKind)('$kind: every odd answer is judged alike, needed or not', (kind) => {
	const taken = [true, false].map((required) => {
		const question = ask('q', kind, required ? { required } : {});
		const fits = [0, 1, 2, 3, 7].map((n) => valueFor(question, n));
		const odd = fc.sample(junk, { numRuns: 400, seed: 7 });
		return [...fits, ...odd].filter((value) => compared(formOf(question), { q: value })).length;
	});
	expect(Math.min(...taken)).toBeGreaterThan(0);
	expect(compared(formOf(ask('q', kind)), {})).toBe(true);
	expect(compared(formOf(ask('q', kind, { required: true })), {})).toBe(false);
});

test('what hangs on an earlier answer is needed when it is asked, and nothing else when it is not', () => {
	const conditions: Condition[] = [
		{ all: [{ question: 'c', is: 'any-of', values: ['a'] }, { question: 'n', is: 'at-least', number: 5 }] },
		{ any: [{ question: 'm', is: 'none-of', values: ['b'] }, { question: 'y', is: 'any-of', values: ['no'] }] },
		{ any: [{ question: 'n', is: 'at-most', number: 2 }, { question: 'c', is: 'not-answered' }] },
		{ all: [{ question: 'y', is: 'answered' }] }
	]; // prettier-ignore
	const sources = { c: [null, 'a', 'b'], m: [null, ['a'], ['a', 'b']], n: [null, 1, 7], y: [null, { answer: 'no', reason: 'So.' }, { answer: 'yes', reason: '' }] }; // prettier-ignore
	const cases = sources.c.flatMap((c) => sources.m.flatMap((m) => sources.n.flatMap((n) => sources.y.map((y) => ({ c, m, n, y }))))); // prettier-ignore
	for (const when of conditions) {
		const form = formOf(
			ask('c', { kind: 'choice', options }),
			ask('m', { kind: 'several', options }),
			ask('n', { kind: 'number' }),
			ask('y', { kind: 'yes-no', reason: 'no' }),
			ask('q', { kind: 'short-text' }, { required: true, when }),
			ask('r', { kind: 'email' }, { required: true, unless: ['q'] })
		);
		const verdicts = cases.flatMap((some) => [
			compared(form, some),
			compared(form, { ...some, q: 'Said' }),
			compared(form, { ...some, r: 'a@example.org' })
		]);
		expect(new Set(verdicts).size).toBe(2);
	}
});

test('the starter of it all says the language, the limits, and what it cannot say', () => {
	const form = formOf(ask('story', { kind: 'long-text', maxWords: 50 }, { required: true, help: { text: 'In your words.' } })); // prettier-ignore
	expect(answersShape(form, 'en')).toMatchObject({
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		required: ['story'],
		properties: { story: { $ref: '#/$defs/answer.story' } },
		$defs: {
			'answer.story': {
				title: 'story',
				description: 'In your words.',
				type: 'string',
				'x-also': [{ rule: 'words', most: 50 }]
			}
		}
	});
});
