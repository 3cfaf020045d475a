import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formAsJson, formFromJson, readForm } from './form-json.ts';
import type { Kind, Question, StoredForm } from './question.ts';

const text = (words: string) => ({ text: words });
const option = (value: string) => ({ value, label: text(value) });
const ask = (key: string, kind: Kind, more: Partial<Question> = {}) =>
	({ key, label: text(key), seenBy: 'staff', ...kind, ...more }) as Question;
const formOf = (...questions: Question[]): StoredForm => ({
	format: 1,
	main: 'en',
	others: ['cy'],
	sections: [{ key: 'one', title: text('One'), pages: [{ key: 'page', questions }] }]
});
const faults = (form: unknown) => (readForm(form).faults ?? []).map(({ code, at }) => `${code} ${at}`);
const at = 'sections.0.pages.0.questions';

const everyKind: Question[] = [
	ask('short', { kind: 'short-text', maxWords: 20, autocomplete: 'organization' }),
	ask('long', { kind: 'long-text', rows: 4 }, { help: { texts: { en: 'Help', cy: 'Cymorth' }, main: 'en' } }),
	ask('one', { kind: 'choice', options: [option('a'), option('b')] }),
	ask('some', { kind: 'several', options: [option('a'), option('b')], atMost: 1 }),
	ask('order', { kind: 'ranking', options: [option('a'), option('b')], first: 1 }),
	ask('agreed', { kind: 'yes-no', reason: 'no', maxWords: 50 }),
	ask('home', { kind: 'address' }, { personal: true, neededBy: ['contact'], keptMonths: 3 }),
	ask('people', { kind: 'number', least: 0, most: 10 }),
	ask('start', { kind: 'date', least: '2026-01-01', most: '2026-12-31' }),
	ask('email', { kind: 'email' }, { required: true, unless: ['phone'] }),
	ask('phone', { kind: 'telephone' }),
	ask('site', { kind: 'link' }, { when: { any: [{ question: 'people', is: 'at-least', number: 3 }] } }),
	ask('paper', { kind: 'file', accept: ['pdf'], mostMegabytes: 10 }),
	ask('film', { kind: 'recording', media: ['signed-video'], mostMegabytes: 90, mostMinutes: 5 }),
	ask('yes', { kind: 'statement' }, { label: { message: 'common_form_agreed' } })
];

test('a form of every kind of question is taken as it is, and comes back as the same bytes', () => {
	const form = formOf(...everyKind);
	expect(readForm(form)).toEqual({ form });
	const json = formAsJson(form);
	expect(formAsJson(formFromJson(json).form!)).toBe(json);
});

test('entries in another order give the same bytes', () => {
	const turned = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(turned);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(
			Object.entries(value)
				.toReversed()
				.map(([key, inside]) => [key, turned(inside)])
		);
	};
	const form = formOf(...everyKind);
	expect(formAsJson(turned(form) as StoredForm)).toBe(formAsJson(form));
});

describe('what is wrong has a code and a place', () => {
	const choice = ask('one', { kind: 'choice', options: [option('a')] });
	const whenOne = (values: string[]) => ({
		when: { all: [{ question: 'one', is: 'any-of' as const, values }] }
	});
	test.each<[string, unknown, string]>([
		['a later version of the shape', { ...formOf(), format: 2 }, 'unknown-format format'],
		['a language we do not speak', { ...formOf(), main: 'tlh' }, 'not-a-language main'],
		['the main language among the others', { ...formOf(), others: ['en'] }, 'language-twice others.0'],
		['an entry that nobody knows', { ...formOf(), colour: 'red' }, 'unknown-entry colour'],
		['a key of capitals', formOf(ask('Name', { kind: 'email' })), `not-a-key ${at}.0.key`],
		['a key that every object has', formOf(ask('constructor', { kind: 'email' })), `key-taken ${at}.0.key`],
		['a key that the page needs', formOf(ask('then', { kind: 'email' })), `key-taken ${at}.0.key`],
		['a key twice', formOf(choice, ask('one', { kind: 'email' })), `key-taken ${at}.1.key`],
		['a key that is a box of a date', formOf(ask('start', { kind: 'date' }), ask('start-day', { kind: 'number' })), `key-taken ${at}.1.key`],
		['no words', formOf(ask('a', { kind: 'email' }, { label: text(' ') })), `missing ${at}.0.label.text`],
		['no words in the main language', formOf(ask('a', { kind: 'email' }, { label: { texts: { cy: 'Enw' }, main: 'en' } })), `missing ${at}.0.label`],
		['a sentence of ours that is not there', formOf(ask('a', { kind: 'email' }, { label: { message: 'no_such' as 'form_yes' } })), `unknown-message ${at}.0.label.message`],
		['an unknown kind', formOf({ ...choice, kind: 'colour' } as never), `unknown-kind ${at}.0.kind`],
		['an entry of another kind', formOf({ ...choice, maxWords: 3 } as never), `unknown-entry ${at}.0.maxWords`],
		['an option twice', formOf(ask('one', { kind: 'choice', options: [option('a'), option('a')] })), `option-twice ${at}.0.options.1.value`],
		['least above most', formOf(ask('n', { kind: 'number', least: 3, most: 2 })), `least-above-most ${at}.0.most`],
		['a day that is not', formOf(ask('d', { kind: 'date', least: '2026-02-30' })), `not-a-date ${at}.0.least`],
		['more places than options', formOf(ask('r', { kind: 'ranking', options: [option('a')], first: 2 })), `more-than-options ${at}.0.first`],
		['unless a question that is not there', formOf(ask('a', { kind: 'email' }, { unless: ['b'] })), `unknown-question ${at}.0.unless.0`],
		['unless itself', formOf(ask('a', { kind: 'email' }, { unless: ['a'] })), `unless-itself ${at}.0.unless.0`],
		['a condition on what comes later', formOf(ask('a', { kind: 'email' }, whenOne(['a'])), choice), `condition-not-earlier ${at}.0.when.all.0`],
		['a condition on itself', formOf(ask('one', { kind: 'email' }, whenOne(['a']))), `condition-not-earlier ${at}.0.when.all.0`],
		['a condition on nothing', formOf(ask('a', { kind: 'email' }, whenOne(['a']))), `unknown-question ${at}.0.when.all.0`],
		['a condition on an option that is not offered', formOf(choice, ask('b', { kind: 'email' }, whenOne(['z']))), `not-an-option ${at}.1.when.all.0`],
		['a condition that the kind cannot have', formOf(ask('one', { kind: 'email' }), ask('b', { kind: 'email' }, whenOne(['a']))), `condition-not-for-kind ${at}.1.when.all.0`],
		['a condition of no rules', formOf(choice, ask('b', { kind: 'email' }, { when: { all: [] } })), `missing ${at}.1.when.all`],
		['longer than anybody keeps anything', formOf(ask('a', { kind: 'email' }, { keptMonths: 1000 })), `out-of-range ${at}.0.keptMonths`]
	])('%s', (_, form, fault) => {
		expect(faults(form)).toContain(fault);
	}); // prettier-ignore

	test('and names the question', () => {
		const twice = formOf(choice, ask('b', { kind: 'email' }, whenOne(['z'])));
		expect(readForm(twice).faults).toEqual([
			{ code: 'not-an-option', question: 'b', at: `${at}.1.when.all.0` }
		]);
	});
	test('a file that is not JSON, or a mountain of it', () => {
		expect(formFromJson('{').faults).toEqual([{ code: 'not-json', at: '' }]);
		expect(formFromJson('['.repeat(5_000_000)).faults).toEqual([{ code: 'too-long', at: '' }]);
	});
});

test('whatever is read as a form, it answers with a form or with faults, and a form is whole', () => {
	fc.assert(
		fc.property(fc.json({ maxDepth: 6 }), (json) => {
			const { form, faults: wrong } = formFromJson(json);
			expect(Boolean(form)).toBe(!wrong);
		})
	);
});
