import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Condition, Question, Rule } from '../question.ts';
import { canBeAsked } from './reachable.ts';

const option = (value: string) => ({ value, label: { text: value } });
const base = (key: string, when?: Condition) => ({
	key,
	label: { text: key },
	seenBy: 'staff',
	...(when ? { when } : {})
});
const choice = (key: string, when?: Condition): Question => ({
	...base(key, when),
	kind: 'choice',
	options: ['a', 'b'].map(option)
});
const several = (key: string, when?: Condition, atMost?: number): Question => ({
	...base(key, when),
	kind: 'several',
	options: ['a', 'b'].map(option),
	...(atMost ? { atMost } : {})
});
const number = (key: string, when?: Condition): Question => ({ ...base(key, when), kind: 'number', least: 0, most: 2 }); // prettier-ignore
const is = (question: string, ...values: string[]): Rule => ({ question, is: 'any-of', values });
const not = (question: string, ...values: string[]): Rule => ({ question, is: 'none-of', values });
const last = (...all: Rule[]) => choice('z', { all });

describe('a condition that nobody can meet', () => {
	test.each<[string, Question[], Question]>([
		['two answers to one choice', [choice('c')], last(is('c', 'a'), is('c', 'b'))],
		['every option barred, and answered', [choice('c')], last(not('c', 'a', 'b'), { question: 'c', is: 'answered' })],
		['answered and not', [choice('c')], last(is('c', 'a'), { question: 'c', is: 'not-answered' })],
		['more than the most', [number('n')], last({ question: 'n', is: 'at-least', number: 3 })],
		['between two whole numbers', [number('n')], last({ question: 'n', is: 'at-least', number: 1.2 }, { question: 'n', is: 'at-most', number: 1.8 })],
		['two of which one may be ticked', [several('s', undefined, 1)], last(is('s', 'a'), is('s', 'b'))],
		['on a question asked only otherwise', [choice('c'), choice('d', { all: [is('c', 'a')] })], last(is('d', 'a'), is('c', 'b'))],
		['any of two, neither possible', [choice('c'), number('n')], choice('z', { any: [{ question: 'n', is: 'at-least', number: 9 }, is('gone', 'a')] })]
	])('%s', (_, earlier, question) => expect(canBeAsked(question, earlier)).toBe(false)); // prettier-ignore
});

describe('one that somebody can', () => {
	test.each<[string, Question[], Question]>([
		['none at all', [], choice('z')],
		['one option', [choice('c')], last(is('c', 'a'))],
		['two ticked of several', [several('s')], last(is('s', 'a'), is('s', 'b'))],
		['not asked, so not answered', [choice('c'), choice('d', { all: [is('c', 'a')] })], last(not('d', 'a', 'b'), is('c', 'b'))],
		['one of two ways', [choice('c')], choice('z', { any: [is('c', 'b'), is('gone', 'a')] })],
		['what the call puts in', [{ ...base('r'), kind: 'choice', options: [], optionsFrom: 'regions' }], last(is('r', 'wales'))]
	])('%s', (_, earlier, question) => expect(canBeAsked(question, earlier)).toBe(true)); // prettier-ignore
});

/** Every way of answering a form of small questions, tried one by one. */
type Given = string[] | number | null;
function answersTo(question: Question): Given[] {
	if (question.kind === 'number') return [null, 0, 1, 2];
	const one: Given[] = [null, ['a'], ['b']];
	return question.kind === 'several' && question.atMost !== 1 ? [...one, ['a', 'b']] : one;
}
function holds(rule: Rule, given: Given): boolean {
	if ('number' in rule) {
		if (typeof given !== 'number') return false;
		return rule.is === 'at-least' ? given >= rule.number : given <= rule.number;
	}
	if (!('values' in rule)) return (given !== null) === (rule.is === 'answered');
	const some = Array.isArray(given) && given.some((value) => rule.values.includes(value));
	return rule.is === 'any-of' ? some : !some;
}
function isAskedWith(question: Question, given: ReadonlyMap<string, Given>): boolean {
	const fits = (rule: Rule) => holds(rule, given.get(rule.question) ?? null);
	if (!question.when) return true;
	return 'all' in question.when ? question.when.all.every(fits) : question.when.any.some(fits);
}
function slowly(question: Question, earlier: readonly Question[], given = new Map<string, Given>()): boolean {
	const [first, ...rest] = earlier;
	if (!first) return isAskedWith(question, given);
	const possible = isAskedWith(first, given) ? answersTo(first) : [null];
	return possible.some((one) => slowly(question, rest, new Map([...given, [first.key, one]])));
}

test('it says what trying every answer says', () => {
	const kinds = fc.constantFrom('choice', 'several', 'one-of-several', 'number');
	const ruleOn = (question: Question) => {
		const any = fc.constantFrom<Rule>({ question: question.key, is: 'answered' }, { question: question.key, is: 'not-answered' });
		if (question.kind === 'number')
			return fc.oneof(any, fc.record({ question: fc.constant(question.key), is: fc.constantFrom('at-least' as const, 'at-most' as const), number: fc.constantFrom(-1, 0, 1, 2, 3) }));
		return fc.oneof(any, fc.record({ question: fc.constant(question.key), is: fc.constantFrom('any-of' as const, 'none-of' as const), values: fc.subarray(['a', 'b'], { minLength: 1 }) }));
	}; // prettier-ignore
	const conditionOn = (earlier: Question[]): fc.Arbitrary<Condition | undefined> => {
		if (!earlier.length) return fc.constant(undefined);
		const list = fc.array(fc.constantFrom(...earlier).chain(ruleOn), { minLength: 1, maxLength: 4 });
		return fc.oneof(
			fc.constant(undefined),
			list.map((all) => ({ all })),
			list.map((any) => ({ any }))
		);
	};
	const make = (kind: string, key: string, when: Condition | undefined) => {
		if (kind === 'choice') return choice(key, when);
		return kind === 'number' ? number(key, when) : several(key, when, kind === 'several' ? undefined : 1);
	};
	const grow = (earlier: Question[], left: number): fc.Arbitrary<Question[]> =>
		left === 0
			? fc.constant(earlier)
			: fc
					.tuple(kinds, conditionOn(earlier))
					.chain(([kind, when]) => grow([...earlier, make(kind, `q${earlier.length}`, when)], left - 1));
	let never = 0;
	fc.assert(
		fc.property(grow([], 4), (questions) => {
			const [question, earlier] = [questions.at(-1)!, questions.slice(0, -1)];
			const can = slowly(question, earlier);
			if (!can) never++;
			expect(canBeAsked(question, earlier)).toBe(can);
		}),
		{ numRuns: 600 }
	);
	expect(never).toBeGreaterThan(20);
});
