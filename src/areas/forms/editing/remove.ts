import type { Page, Question, Section, StoredForm } from '../question.ts';
import { pageKey } from './move.ts';
import { pageAt, placeOfQuestion, withPage, withSection } from './places.ts';

/** What was taken away, with where it stood, so that it can be put back. */
export type Removed =
	| {
			what: 'question';
			question: Question;
			section: string;
			page: Omit<Page, 'questions'>;
			after: string | null;
			alone: boolean;
	  }
	| { what: 'section'; section: Section; after: string | null };

/** A page that is left empty goes with its last question. */
export function removeQuestion(
	form: StoredForm,
	key: string
): { form: StoredForm; removed: Removed } | undefined {
	const place = placeOfQuestion(form, key);
	if (!place) return undefined;
	const { questions, ...page } = pageAt(form, place);
	const section = form.sections[place.s]!;
	const before = section.pages.slice(0, place.p).flatMap((one) => one.questions);
	const removed: Removed = {
		what: 'question',
		question: questions[place.q]!,
		section: section.key,
		page,
		after: (questions[place.q - 1] ?? before.at(-1))?.key ?? null,
		alone: questions.length === 1
	};
	const left = questions.toSpliced(place.q, 1);
	return { form: withPage(form, place, ...(left.length ? [{ ...page, questions: left }] : [])), removed };
}

export function removeSection(
	form: StoredForm,
	key: string
): { form: StoredForm; removed: Removed } | undefined {
	const s = form.sections.findIndex((section) => section.key === key);
	if (s < 0) return undefined;
	const removed: Removed = {
		what: 'section',
		section: form.sections[s]!,
		after: form.sections[s - 1]?.key ?? null
	};
	return { form: withSection(form, s), removed };
}

/** Where it was, as far as that is still there; otherwise at the end. */
export function putBack(form: StoredForm, removed: Removed): StoredForm {
	return removed.what === 'section' ? sectionBack(form, removed) : questionBack(form, removed);
}

function sectionBack(
	form: StoredForm,
	{ section, after }: Extract<Removed, { what: 'section' }>
): StoredForm {
	const behind = form.sections.findIndex(({ key }) => key === after);
	const at = after === null ? 0 : behind < 0 ? form.sections.length : behind + 1;
	return { ...form, sections: form.sections.toSpliced(at, 0, section) };
}

function questionBack(form: StoredForm, removed: Extract<Removed, { what: 'question' }>): StoredForm {
	const { question, page, alone } = removed;
	const found = form.sections.findIndex(({ key }) => key === removed.section);
	const s = found < 0 ? form.sections.length - 1 : found;
	const section = form.sections[s];
	if (!section) return inSectionOfItsOwn(form, removed);
	const own = section.pages.findIndex(({ key }) => key === page.key);
	if (!alone && own >= 0) return intoPage(form, { s, p: own }, removed);
	const behind = section.pages.findIndex(({ questions }) =>
		questions.some(({ key }) => key === removed.after)
	);
	const isFirst = found >= 0 && removed.after === null;
	const at = isFirst ? 0 : behind < 0 ? section.pages.length : behind + 1;
	const back: Page = { ...page, key: pageKey(form, page.key), questions: [question] };
	return withSection(form, s, { ...section, pages: section.pages.toSpliced(at, 0, back) });
}

function inSectionOfItsOwn(
	form: StoredForm,
	{ question, section, page }: Extract<Removed, { what: 'question' }>
): StoredForm {
	const own: Section = { key: section, title: question.label, pages: [{ ...page, questions: [question] }] };
	return { ...form, sections: [own] };
}

function intoPage(
	form: StoredForm,
	place: { s: number; p: number },
	{ question, after }: Extract<Removed, { what: 'question' }>
): StoredForm {
	const page = pageAt(form, place);
	const behind = page.questions.findIndex(({ key }) => key === after);
	return withPage(form, place, { ...page, questions: page.questions.toSpliced(behind + 1, 0, question) });
}
