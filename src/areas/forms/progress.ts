import { isBlank, type Answers } from './answer.ts';
import { read } from './read.ts';
import type { Wrong } from './reading.ts';
import type { Form, Page, Question, Section } from './question.ts';

/** Something that keeps a form from being complete: which question, on which page, and why. */
export type Obstacle = { question: Question; page: Page; wrong: Wrong };
export type SectionState = 'todo' | 'begun' | 'done' | 'optional' | 'wrong';

export function questionsOf(form: Form): Question[] {
	return pagesOf(form).flatMap(({ questions }) => questions);
}

export function pagesOf(form: Form): Page[] {
	return form.sections.flatMap(({ pages }) => pages);
}

/** The page of that name, its section, and the page of the same section that follows it. */
export function placeOf(form: Form, key: string) {
	for (const section of form.sections) {
		const index = section.pages.findIndex((page) => page.key === key);
		if (index < 0) continue;
		return { section, page: section.pages[index]!, next: section.pages[index + 1] };
	}
	return undefined;
}

/** Everything that keeps the form from being complete, in the order of its questions. */
export function obstacles(form: { sections: readonly Section[] }, answers: Answers): Obstacle[] {
	return pagesOf(form).flatMap((page) =>
		page.questions.flatMap((question) => {
			const wrong = wrongWith(question, answers);
			return wrong ? [{ question, page, wrong }] : [];
		})
	);
}

/** What is wrong with one answer among the others: what was typed, or that nothing was. */
export function wrongWith(question: Question, answers: Answers): Wrong | undefined {
	const typed = answers[question.key]?.typed;
	if (isBlank(typed)) return isNeeded(question, answers) ? { code: 'missing' } : undefined;
	return read(question, typed).wrong;
}

function isNeeded({ required, unless = [] }: Question, answers: Answers): boolean {
	return Boolean(required) && unless.every((other) => isBlank(answers[other]?.typed));
}

/** A section as the task list says it. */
export function stateOf(section: Section, answers: Answers): SectionState {
	const questions = section.pages.flatMap((page) => page.questions);
	const begun = questions.some(({ key }) => !isBlank(answers[key]?.typed));
	const wrongs = questions.flatMap((question) => wrongWith(question, answers) ?? []);
	if (wrongs.some(({ code }) => code !== 'missing')) return 'wrong';
	if (wrongs.length) return begun ? 'begun' : 'todo';
	if (begun) return 'done';
	return questions.some(({ required }) => required) ? 'done' : 'optional';
}
