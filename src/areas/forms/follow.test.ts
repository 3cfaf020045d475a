import { expect, test } from 'vitest';
import type { Answers, Typed } from './answer.ts';
import { followOf, shownOn } from './follow.ts';
import type { Form, Kind, Page, Question, Rule } from './question.ts';

const ask = (key: string, kind: Kind, ...all: Rule[]): Question => ({
	key,
	label: { text: key },
	seenBy: 'staff',
	...kind,
	...(all.length ? { when: { all } } : {})
});
const before: Page = { key: 'first', questions: [ask('town', { kind: 'short-text' })] };
const here = (...questions: Question[]): Page => ({ key: 'here', questions });
const formOf = (page: Page): Pick<Form, 'sections'> => ({
	sections: [{ key: 's', title: { text: 'S' }, pages: [before, page] }]
});
const typed = (answers: Record<string, Typed>): Answers =>
	Object.fromEntries(Object.entries(answers).map(([key, one]) => [key, { typed: one, value: null, version: 1 }])); // prettier-ignore

const many: Rule = { question: 'people', is: 'at-least', number: 5 };
const inTown: Rule = { question: 'town', is: 'answered' };

test('a page gets the condition, how the boxes on it are read, and what other pages answered', () => {
	const question = ask('why', { kind: 'long-text' }, many, inTown);
	const page = here(ask('people', { kind: 'number', most: 9 }), question);
	expect(followOf(formOf(page), page, question, typed({ town: 'Leeds', people: '7' }))).toEqual({
		when: { all: [many, inTown] },
		near: { people: { kind: 'number', most: 9 } },
		known: { town: 'Leeds' }
	});
});

test('nothing is followed where nothing on the page changes it, or only the server can tell', () => {
	const question = ask('why', { kind: 'long-text' }, inTown);
	const page = here(question);
	expect(followOf(formOf(page), page, question, {})).toBeUndefined();
	const dated = ask('why', { kind: 'long-text' }, { question: 'since', is: 'answered' });
	const withDate = here(ask('since', { kind: 'date' }), dated);
	expect(followOf(formOf(withDate), withDate, dated, {})).toBeUndefined();
});

test('what hangs on a date through another question is left to the server too', () => {
	const since = ask('since', { kind: 'date' });
	const middle = ask('middle', { kind: 'short-text' }, { question: 'since', is: 'answered' });
	const last = ask('last', { kind: 'short-text' }, { question: 'middle', is: 'answered' });
	const page = here(since, middle, last);
	expect(followOf(formOf(page), page, last, {})).toBeUndefined();
});

test('a page leaves out what other pages rule out, and what hangs on it, unless that is all of it', () => {
	const why = ask('why', { kind: 'short-text' }, inTown);
	const more = ask('more', { kind: 'short-text' }, { question: 'why', is: 'answered' });
	const page = here(ask('people', { kind: 'number' }), why, more);
	const keys = (one: Page, answers: Answers) => shownOn(formOf(one), one, answers).map(({ key }) => key);
	expect(keys(page, {})).toEqual(['people']);
	expect(keys(page, typed({ town: 'Leeds' }))).toEqual(['people', 'why', 'more']);
	expect(keys(here(why, more), {})).toEqual(['why', 'more']);
});

test('what hung on an answer that was deleted on its day stays as it was', () => {
	const question = ask('why', { kind: 'long-text' }, many);
	const page = here(ask('people', { kind: 'number' }), question);
	const answers: Answers = { people: { typed: null, value: null, version: 2, deleted: true } };
	expect(followOf(formOf(page), page, question, answers)).toBeUndefined();
});
