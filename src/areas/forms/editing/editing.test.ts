import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readForm } from '../form-json.ts';
import type { Question, StoredForm } from '../question.ts';
import { addQuestion, addSection, changeSection, questionKey } from './add.ts';
import { breakPage, joinPage, moveQuestion, moveSection, type Way } from './move.ts';
import { freeKey } from './places.ts';
import { putBack, removeQuestion, removeSection } from './remove.ts';

const text = (words: string) => ({ text: words });
const ask = (key: string): Question => ({ key, kind: 'short-text', label: text(key), seenBy: 'staff' });
/** "a b|c / d": sections, pages, questions. */
function formOf(drawn: string): StoredForm {
	const sections = drawn.split('/').map((section, s) => ({
		key: `s${s}`,
		title: text(`S${s}`),
		pages: section
			.split('|')
			.map((page) => page.trim().split(' ').filter(Boolean))
			.filter((keys) => keys.length)
			.map((keys) => ({
				key: `p-${keys[0]}`,
				...(keys.length > 1 ? { title: text('P') } : {}),
				questions: keys.map(ask)
			}))
	}));
	return { format: 1, main: 'en', others: [], sections };
}
function drawn({ sections }: StoredForm): string {
	const page = ({ questions }: { questions: readonly Question[] }) =>
		questions.map(({ key }) => key).join(' ');
	return sections.map(({ pages }) => pages.map(page).join('|')).join('/');
}

describe('moving a question', () => {
	test.each<[string, string, Way, string]>([
		['alone on its page, past the page before', 'a|b', 'up', 'b|a'],
		['past a page of several', 'a c|b', 'up', 'b|a c'],
		['among several', 'a b', 'up', 'b a'],
		['out of several', 'a|b c', 'up', 'a|b|c'],
		['into the section before', 'a/b|c', 'up', 'a|b/c'],
		['into the section after', 'a|b/c', 'down', 'a/b|c'],
		['at the very top', 'b|a', 'up', 'b|a'],
		['at the very end', 'a/b', 'down', 'a/b'],
		['into a section of nothing', 'a|b/', 'down', 'a/b']
	])('%s: %s %s', (_, before, way, after) => {
		expect(drawn(moveQuestion(formOf(before), 'b', way))).toBe(after);
	});
});

describe('pages', () => {
	test('a break before a question, and none any more', () => {
		const broken = breakPage(formOf('a b c'), 'b');
		expect(drawn(broken)).toBe('a|b c');
		expect(drawn(joinPage(broken, 'b'))).toBe('a b c');
	});
	test('joined pages of one question are called like their section', () => {
		expect(joinPage(formOf('a|b'), 'b').sections[0]!.pages).toMatchObject([{ title: text('S0') }]);
	});
	test('the first page of a section joins nothing', () => {
		expect(drawn(joinPage(formOf('a/b'), 'b'))).toBe('a/b');
	});
});

describe('adding and taking away', () => {
	test('behind the page of another question, or at the end of the section', () => {
		expect(drawn(addQuestion(formOf('a b|c/d'), ask('x'), { section: 's0', after: 'a' }))).toBe('a b|x|c/d');
		expect(drawn(addQuestion(formOf('a|c/d'), ask('x'), { section: 's1' }))).toBe('a|c/d|x');
	});
	test('the last question takes its page along, and both come back', () => {
		const { form, removed } = removeQuestion(formOf('a|b|c'), 'b')!;
		expect(drawn(form)).toBe('a|c');
		expect(drawn(putBack(form, removed))).toBe('a|b|c');
	});
	test('put back when its section has gone meanwhile', () => {
		const { form, removed } = removeQuestion(formOf('a/b'), 'b')!;
		expect(drawn(putBack(removeSection(form, 's1')!.form, removed))).toBe('a|b');
	});
	test('a section and all in it', () => {
		const { form, removed } = removeSection(formOf('a/b|c/d'), 's1')!;
		expect(drawn(form)).toBe('a/d');
		expect(drawn(putBack(form, removed))).toBe('a/b|c/d');
	});
	test('a section added, renamed, moved', () => {
		const added = addSection(formOf('a'), text('Money'), 'Money');
		expect(added.sections[1]).toEqual({ key: 'money', title: text('Money'), pages: [] });
		const named = changeSection(added, 'money', { title: text('Costs'), help: text('In pounds') });
		expect(named.sections[1]).toMatchObject({ title: text('Costs'), help: text('In pounds') });
		expect(moveSection(named, 'money', 'up').sections.map(({ key }) => key)).toEqual(['money', 's0']);
	});
});

describe('keys', () => {
	test.each([
		['Which town?', [], 'which-town'],
		['Which town?', ['which-town'], 'which-town-2'],
		['ما اسمك؟', [], 'question'],
		['Où habitez-vous ?', [], 'ou-habitez-vous'],
		['What do you want to change, for whom, and by when?', [], 'what-do-you-want-to-change']
	])('%s', (words, taken, key) => expect(freeKey(words, taken, 'question')).toBe(key));
	test('none that a page needs, nor a field beside another question', () => {
		expect(questionKey(formOf('a'), 'then')).toBe('then-2');
		expect(questionKey(formOf('a'), 'a-version')).toBe('a-version-2');
	});
});

test('after any edits the form is whole, has every question once, and a deletion can be undone', () => {
	const key = fc.constantFrom('a', 'b', 'c', 'd', 'e');
	const way = fc.constantFrom<Way>('up', 'down');
	type Edit = (form: StoredForm) => StoredForm;
	const edit: fc.Arbitrary<Edit> = fc.oneof(
		fc.tuple(key, way).map(
			([one, to]): Edit =>
				(form) =>
					moveQuestion(form, one, to)
		),
		key.map(
			(one): Edit =>
				(form) =>
					breakPage(form, one)
		),
		key.map(
			(one): Edit =>
				(form) =>
					joinPage(form, one)
		),
		fc.tuple(fc.constantFrom('s0', 's1'), way).map(
			([one, to]): Edit =>
				(form) =>
					moveSection(form, one, to)
		)
	);
	fc.assert(
		fc.property(fc.array(edit, { maxLength: 25 }), key, (edits, one) => {
			const form = edits.reduce((now, next) => next(now), formOf('a b|c/d|e'));
			expect(readForm(form).faults).toBeUndefined();
			expect(drawn(form).split(/[ |/]/).filter(Boolean).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e']);
			const { form: without, removed } = removeQuestion(form, one)!;
			expect(putBack(without, removed)).toEqual(form);
		})
	);
});

test('up and then down is where it was, for a question alone on its page', () => {
	fc.assert(
		fc.property(fc.constantFrom('a', 'b', 'c', 'd', 'e'), (one) => {
			const form = formOf('a|b/c|d|e');
			const up = moveQuestion(form, one, 'up');
			expect(drawn(up) === drawn(form) ? drawn(form) : drawn(moveQuestion(up, one, 'down'))).toBe(
				drawn(form)
			);
		})
	);
});
