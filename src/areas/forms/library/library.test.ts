import { describe, expect, test } from 'vitest';
import { locales } from '#words/addresses';
import { readForm } from '../form-json.ts';
import { lintForm } from '../lint/lint.ts';
import type { Question, StoredForm } from '../question.ts';
import { saidIn, say } from '../words.ts';
import { library, shelves, type WellMade } from './library.ts';

const asQuestion = ({ id, ask }: WellMade) =>
	({ key: id, seenBy: 'staff', neededBy: ['choosing'], ...ask }) as Question;
const reach: Question = { key: 'email', kind: 'email', label: { message: 'apply_email_label' }, seenBy: 'staff', neededBy: ['contact'], personal: true }; // prettier-ignore
const formOf = (questions: readonly Question[], main: StoredForm['main']): StoredForm => ({
	format: 1,
	main,
	others: locales.filter((one) => one !== main),
	sections: [{ key: 's', title: { text: 'S' }, pages: [{ key: 'p', title: { text: 'P' }, questions }] }]
});

test('there are two dozen, each under its own name, on a shelf that there is', () => {
	expect(library).toHaveLength(24);
	expect(new Set(library.map(({ id }) => id)).size).toBe(24);
	expect(new Set(library.map(({ shelf }) => shelf))).toEqual(new Set(shelves));
});

describe.each(locales)('in %s', (main) => {
	test('the lint finds nothing to say of any, required or not', () => {
		const every = (required: boolean) =>
			library
				.map((one) => ({ ...asQuestion(one), required }))
				.filter(({ kind }) => !required || kind !== 'several');
		expect(lintForm(formOf([reach, ...every(false)], main))).toEqual([]);
		expect(lintForm(formOf([reach, ...every(true)], main))).toEqual([]);
	});
});

test('every text is said in every language, and differently', () => {
	const words = library.flatMap(({ ask }) => [
		ask.label,
		...(ask.help ? [ask.help] : []),
		...('options' in ask ? ask.options.map(({ label }) => label) : [])
	]);
	for (const one of words) {
		const texts = locales.map((locale) => say(one, locale));
		expect(texts.every((text) => text.trim() !== '')).toBe(true);
		expect(new Set(texts).size, texts.join(' · ')).toBeGreaterThan(2);
		expect(locales.map((locale) => saidIn(one, locale).lang).filter(Boolean)).toEqual([]);
	}
});

test('together they are a form', () => {
	expect(readForm(formOf([reach, ...library.map(asQuestion)], 'en')).faults).toBeUndefined();
});
