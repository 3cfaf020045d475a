import { isBlank, type Answers, type Typed, type Value } from './answer.ts';
import { asked, isDeleted } from './conditions.ts';
import { read } from './read.ts';
import type { Wrong } from './reading.ts';
import type { Form, Page, Question, Section } from './question.ts';

/** Something that keeps a form from being complete: which question, on which page, and why. */
export type Obstacle = { question: Question; page: Page; wrong: Wrong };
export type SectionState = 'todo' | 'begun' | 'done' | 'optional' | 'wrong';

type Sections = Pick<Form, 'sections'>;

export function questionsOf(form: Sections): Question[] {
	return pagesOf(form).flatMap(({ questions }) => questions);
}

export function pagesOf(form: Sections): Page[] {
	return form.sections.flatMap(({ pages }) => pages);
}

/** The page of that name, and its section. */
export function placeOf(form: Sections, key: string) {
	for (const section of form.sections) {
		const index = section.pages.findIndex((page) => page.key === key);
		if (index < 0) continue;
		return { section, page: section.pages[index]! };
	}
	return undefined;
}

/** The page that follows in the same section and asks something: one whose questions are all not asked is passed over. */
export function nextPage(form: Sections, key: string, answers: Answers): Page | undefined {
	const section = form.sections.find(({ pages }) => pages.some((page) => page.key === key));
	const index = section?.pages.findIndex((page) => page.key === key) ?? -1;
	return section && pagesAsked(form, section, answers).find((page) => section.pages.indexOf(page) > index);
}

/** The pages of a section on which something is asked. */
export function pagesAsked(form: Sections, section: Section, answers: Answers): Page[] {
	const keys = asked(form, answers);
	return section.pages.filter(({ questions }) => questions.some(({ key }) => keys.has(key)));
}

/** Everything that keeps the form from being complete, in the order of its questions. What is not asked is in nobody's way. */
export function obstacles(form: Sections, answers: Answers): Obstacle[] {
	const keys = asked(form, answers);
	return pagesOf(form).flatMap((page) =>
		page.questions.flatMap((question) => {
			const wrong = wrongAmong(question, answers, keys);
			return wrong ? [{ question, page, wrong }] : [];
		})
	);
}

/** What is wrong with one answer among the others: what was typed, or that nothing was. */
export function wrongWith(form: Sections, question: Question, answers: Answers): Wrong | undefined {
	return wrongAmong(question, answers, asked(form, answers));
}

function wrongAmong(question: Question, answers: Answers, keys: ReadonlySet<string>): Wrong | undefined {
	if (!keys.has(question.key)) return undefined;
	const typed = typedFor(answers, question.key);
	if (isBlank(typed)) return isNeeded(question, answers, keys) ? { code: 'missing' } : undefined;
	return read(question, typed).wrong;
}

function isNeeded(question: Question, answers: Answers, keys: ReadonlySet<string>): boolean {
	const { key, required, unless = [] } = question;
	const said = (other: string) => !isBlank(typedFor(answers, other)) || isDeleted(answers, other);
	return (
		Boolean(required) && !isDeleted(answers, key) && !unless.some((other) => keys.has(other) && said(other))
	);
}

function typedFor(answers: Answers, key: string): Typed | undefined {
	return Object.hasOwn(answers, key) ? answers[key]!.typed : undefined;
}

/** A section as the task list says it. */
export function stateOf(form: Sections, section: Section, answers: Answers): SectionState {
	const keys = asked(form, answers);
	const questions = section.pages.flatMap((page) => page.questions).filter(({ key }) => keys.has(key));
	const begun = questions.some(({ key }) => !isBlank(typedFor(answers, key)));
	const wrongs = questions.flatMap((question) => wrongAmong(question, answers, keys) ?? []);
	if (wrongs.some(({ code }) => code !== 'missing')) return 'wrong';
	if (wrongs.length) return begun ? 'begun' : 'todo';
	if (begun) return 'done';
	return questions.some(({ required }) => required) ? 'done' : 'optional';
}

/** What was typed into questions that are not asked any more: kept for its writer, and nothing to anybody else. */
export function setAside(form: Sections, answers: Answers): Question[] {
	const keys = asked(form, answers);
	return questionsOf(form).filter(({ key }) => !keys.has(key) && !isBlank(typedFor(answers, key)));
}

/**
 * What every answer means, as far as it is asked. It depends on nothing but what is typed: the order in which pages
 * were saved makes no difference.
 */
export function meanings(form: Sections, answers: Answers): Map<string, Value> {
	const keys = asked(form, answers);
	return new Map(
		questionsOf(form).map((question) => {
			const value = keys.has(question.key) ? read(question, typedFor(answers, question.key)).value : null;
			return [question.key, value] as const;
		})
	);
}
