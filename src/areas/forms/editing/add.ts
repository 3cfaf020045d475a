import { fieldsOf, takenFields } from '../fields.ts';
import type { Page, Question, Section, StoredForm } from '../question.ts';
import type { Words } from '../words.ts';
import { pageKey } from './move.ts';
import { freeKey, keysIn, pageAt, placeOfQuestion, withPage, withSection } from './places.ts';

/** A question on a page of its own, at the end of a section or behind the page that holds another question. */
export function addQuestion(
	form: StoredForm,
	question: Question,
	{ section: key, after }: { section: string; after?: string | undefined }
): StoredForm {
	const s = form.sections.findIndex((one) => one.key === key);
	const section = form.sections[s];
	if (!section) return form;
	const behind = section.pages.findIndex(({ questions }) => questions.some((one) => one.key === after));
	const at = behind < 0 ? section.pages.length : behind + 1;
	const page: Page = { key: pageKey(form, question.key), questions: [question] };
	return withSection(form, s, { ...section, pages: section.pages.toSpliced(at, 0, page) });
}

/** A key that nothing in the form has, nor any field beside one. */
export function questionKey(form: StoredForm, wanted: string): string {
	const all = form.sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
	return freeKey(wanted, [...takenFields, ...all.flatMap(fieldsOf)], 'question');
}

export function changeQuestion(form: StoredForm, question: Question): StoredForm {
	const place = placeOfQuestion(form, question.key);
	if (!place) return form;
	const page = pageAt(form, place);
	return withPage(form, place, { ...page, questions: page.questions.with(place.q, question) });
}

export function addSection(form: StoredForm, title: Words, wanted: string): StoredForm {
	const key = freeKey(wanted, keysIn(form).sections, 'section');
	return { ...form, sections: [...form.sections, { key, title, pages: [] }] };
}

export function changeSection(
	form: StoredForm,
	key: string,
	{ title, help }: { title: Words; help?: Words | undefined }
): StoredForm {
	const change = ({ key, pages }: Section): Section => ({ key, title, ...(help ? { help } : {}), pages });
	return { ...form, sections: form.sections.map((one) => (one.key === key ? change(one) : one)) };
}

export function changePage(
	form: StoredForm,
	key: string,
	{ title, help }: { title?: Words | undefined; help?: Words | undefined }
): StoredForm {
	const change = ({ key, questions }: Page): Page => ({
		key,
		...(title ? { title } : {}),
		...(help ? { help } : {}),
		questions
	});
	const sections = form.sections.map((section) => ({
		...section,
		pages: section.pages.map((page) => (page.key === key ? change(page) : page))
	}));
	return { ...form, sections };
}
