import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answers, Typed } from './answer.ts';
import { conditionSentence } from './condition-words.ts';
import { asked, isAsked } from './conditions.ts';
import { meanings, nextPage, obstacles, setAside, stateOf } from './progress.ts';
import type { Condition, Form, Kind, Question } from './question.ts';

const text = (words: string) => ({ text: words });
const option = (value: string) => ({ value, label: text(value) });
const ask = (key: string, kind: Kind, when?: Condition): Question =>
	({
		key,
		label: text(key),
		seenBy: 'staff',
		required: true,
		...kind,
		...(when ? { when } : {})
	}) as Question;
const any = (question: string, ...values: string[]): Condition => ({
	all: [{ question, is: 'any-of', values }]
});

const landlord = ask('landlord', {
	kind: 'choice',
	options: [option('council'), option('company'), option('none')]
});
const name = ask('name', { kind: 'short-text' }, any('landlord', 'council', 'company'));
const people = ask('people', { kind: 'number' });
const many = ask(
	'many',
	{ kind: 'long-text' },
	{ all: [{ question: 'people', is: 'at-least', number: 10 }] }
);
const deeper = ask('deeper', { kind: 'short-text' }, { all: [{ question: 'many', is: 'answered' }] });
const form: Form = {
	sections: [
		{ key: 'home', title: text('Home'), pages: [landlord, name, people, many, deeper].map((question) => ({ key: question.key, questions: [question] })) },
		{ key: 'late', title: text('Late'), pages: [{ key: 'last', questions: [ask('last', { kind: 'email' }, any('landlord', 'none'))] }] }
	]
}; // prettier-ignore
const typed = (all: Record<string, Typed>): Answers =>
	Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { typed: one, value: null, version: 1 }]));

describe('a question is asked when earlier answers call for it', () => {
	test.each<[string, Record<string, Typed>, string[]]>([
		['nothing yet', {}, ['landlord', 'people']],
		['the answer that calls for it', { landlord: 'council' }, ['landlord', 'name', 'people']],
		['another answer', { landlord: 'none' }, ['landlord', 'people', 'last']],
		['enough', { people: '10' }, ['landlord', 'people', 'many']],
		['too few', { people: '9' }, ['landlord', 'people']],
		['a number that makes no sense', { people: 'lots' }, ['landlord', 'people']],
		['one that hangs on another', { people: '10', many: 'x' }, ['landlord', 'people', 'many', 'deeper']],
		['one that hangs on what is not asked', { people: '9', many: 'x' }, ['landlord', 'people']]
	])('%s', (_, answers, keys) => {
		expect([...asked(form, typed(answers))]).toEqual(keys);
	});
});

test('what is not asked is in nobody’s way, is passed over, and makes no section a task', () => {
	const answers = typed({ landlord: 'none', people: '1', last: 'a@example.org' });
	expect(obstacles(form, answers)).toEqual([]);
	expect(nextPage(form, 'landlord', answers)?.key).toBe('people');
	expect(stateOf(form, form.sections[0]!, answers)).toBe('done');
	expect(isAsked(form, { key: 'name' }, answers)).toBe(false);
});

test('what was typed into it stays, and means nothing', () => {
	const answers = typed({ landlord: 'none', name: 'Harbour Homes' });
	expect(setAside(form, answers).map(({ key }) => key)).toEqual(['name']);
	expect(meanings(form, answers).get('name')).toBeNull();
	expect(meanings(form, typed({ landlord: 'company', name: 'Harbour Homes' })).get('name')).toBe(
		'Harbour Homes'
	);
});

describe('whatever is typed, in whatever order', () => {
	const letters = ['a', 'b', 'c'];
	const rule = (earlier: number) =>
		fc.record({ question: fc.integer({ min: 0, max: Math.max(0, earlier - 1) }).map((n) => `q${n}`), is: fc.constantFrom('any-of' as const, 'none-of' as const), values: fc.subarray(letters, { minLength: 1 }) }); // prettier-ignore
	const condition = (n: number) => {
		const rules = fc.array(rule(n), { minLength: 1, maxLength: 3 });
		return n ? fc.option(fc.oneof(rules.map((all) => ({ all })), rules.map((one) => ({ any: one }))), { nil: undefined }) : fc.constant(undefined); // prettier-ignore
	};
	const forms = fc
		.integer({ min: 1, max: 12 })
		.chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => condition(n))))
		.map((conditions): Form => ({
			sections: [{ key: 's', title: text('S'), pages: conditions.map((when, n) => ({ key: `p${n}`, questions: [ask(`q${n}`, { kind: 'choice', options: letters.map(option) }, when)] })) }]
		})); // prettier-ignore
	const saves = fc.array(fc.tuple(fc.nat(11), fc.constantFrom(...letters, '')), { maxLength: 40 });

	test('an answer counts only when its question is asked, and a condition sees only what counts', () => {
		fc.assert(
			fc.property(forms, saves, (made, all) => {
				const answers = typed(Object.fromEntries(all.map(([n, value]) => [`q${n}`, value])));
				const keys = asked(made, answers);
				for (const [key, value] of meanings(made, answers)) if (!keys.has(key)) expect(value).toBeNull();
				const alone = Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key)));
				expect(asked(made, alone)).toEqual(keys);
			})
		);
	});
	test('the order in which pages were saved makes no difference', () => {
		fc.assert(
			fc.property(forms, saves, (made, all) => {
				const last = Object.fromEntries(all.map(([n, value]) => [`q${n}`, value]));
				const turned = Object.fromEntries(Object.entries(last).toReversed());
				expect(meanings(made, typed(turned))).toEqual(meanings(made, typed(last)));
			})
		);
	});
});

describe('a condition in words', () => {
	test.each<[Question, string | undefined]>([
		[landlord, undefined],
		[name, 'Answer this only if your answer to “landlord” is “council or company”.'],
		[many, 'Answer this only if your answer to “people” is 10 or more.'],
		[deeper, 'Answer this only if you answered “many”.']
	])('%#', (question, sentence) => {
		expect(conditionSentence(form, question)).toBe(sentence);
	});
});
