import { describe, expect, test } from 'vitest';
import type { Answers, Typed } from './answer.ts';
import { nextPage, obstacles, placeOf, stateOf } from './progress.ts';
import type { Form, Section } from './question.ts';
import { showQuestion, wrongSentence } from './show.ts';

const text = (name: string) => ({ text: name });
const words: Section = {
	key: 'words',
	title: text('In your words'),
	pages: [
		{ key: 'community', questions: [{ key: 'community', kind: 'long-text', maxWords: 3, required: true, unless: ['recording'], label: text('Who?'), seenBy: 'panel' }] },
		{ key: 'recording', questions: [{ key: 'recording', kind: 'link', label: text('Recording'), seenBy: 'panel' }] }
	]
}; // prettier-ignore
const contact: Section = {
	key: 'contact',
	title: text('Contact'),
	pages: [
		{
			key: 'reach',
			title: text('How to reach you'),
			questions: [
				{ key: 'email', kind: 'email', required: true, unless: ['telephone'], whenMissing: text('Enter an address or a number'), label: text('Email'), seenBy: 'staff' },
				{ key: 'telephone', kind: 'telephone', label: text('Telephone'), seenBy: 'staff' }
			]
		}
	]
}; // prettier-ignore
const extra: Section = {
	key: 'extra',
	title: text('More'),
	pages: [
		{
			key: 'heard',
			questions: [{ key: 'heard', kind: 'short-text', label: text('Heard?'), seenBy: 'staff' }]
		}
	]
};
const form: Form = { sections: [words, contact, extra] };
const typed = (all: Record<string, Typed>): Answers =>
	Object.fromEntries(Object.entries(all).map(([key, one]) => [key, { typed: one, value: null, version: 1 }]));
const codes = (answers: Answers) =>
	obstacles(form, answers).map(({ question, wrong }) => `${question.key} ${wrong.code}`);

describe('what keeps a form from being complete', () => {
	test('needed answers that are missing, in the order of the questions', () => {
		expect(codes({})).toEqual(['community missing', 'email missing']);
	});
	test('a recording counts as much as written words; a number does where an address would', () => {
		expect(codes(typed({ recording: 'example.org/film', telephone: '01632 960 001' }))).toEqual([]);
	});
	test('one that stands in for another and makes no sense is itself the obstacle', () => {
		expect(codes(typed({ community: 'renters', telephone: 'ring me' }))).toEqual([
			'telephone not-a-telephone'
		]);
	});
	test('a text that is too long stays in the way, though it is kept', () => {
		expect(codes(typed({ community: 'one two three four', email: 'a@example.org' }))).toEqual([
			'community too-many-words'
		]);
	});
});

describe('the task list', () => {
	test.each<[string, Section, Answers, string]>([
		['nothing yet', words, {}, 'todo'],
		['part of it', contact, typed({ email: ' ' }), 'todo'],
		['all of it', words, typed({ community: 'renters' }), 'done'],
		['too much of it', words, typed({ community: 'a b c d' }), 'wrong'],
		['nothing needed, nothing there', extra, {}, 'optional'],
		['nothing needed, something there', extra, typed({ heard: 'radio' }), 'done']
	])('%s', (_, section, answers, state) => {
		expect(stateOf(form, section, answers)).toBe(state);
	});
	test('a section goes on page by page', () => {
		expect(nextPage(form, 'community', {})?.key).toBe('recording');
		expect(nextPage(form, 'recording', {})).toBeUndefined();
		expect(placeOf(form, 'nowhere')).toBeUndefined();
	});
});

test('a question says its own sentence for a missing answer, and dates in words', () => {
	const email = contact.pages[0]!.questions[0]!;
	expect(wrongSentence(email, { code: 'missing' })).toBe('Enter an address or a number');
	expect(wrongSentence(email, { code: 'not-an-email' })).toContain('“Email” needs an address');
	const date = { key: 'd', kind: 'date', label: text('Start'), seenBy: 'staff' } as const;
	expect(wrongSentence(date, { code: 'too-early', least: '2026-03-11' })).toContain('11 March 2026');
	expect(showQuestion(date, undefined)).toMatchObject({ optional: true, typed: null, version: 0 });
});
