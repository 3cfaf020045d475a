import type { Answers, Value } from './answer.ts';
import { asked, isDeleted } from './conditions.ts';
import { meanings, questionsOf } from './progress.ts';
import type { Condition, Form, Page, Question } from './question.ts';
import { plainReaders, type Plain } from './read-plain.ts';
import { rulesOf } from './rules.ts';

/** What the script of a page needs to show a question as soon as it is asked, and to hide it when it is not. */
export type Follow = {
	when: Condition;
	/** Questions on the same page, and how their boxes are read. */
	near: Record<string, Plain>;
	/** What was answered on other pages, which does not change while this one is open. */
	known: Record<string, Value>;
};
type Sections = Pick<Form, 'sections'>;
type Questions = Pick<Page, 'questions'>;

/**
 * What a page shows: what is asked, and what an answer on the page may yet call for. Not what answers of other pages
 * rule out; unless that is everything, for whoever comes by its address.
 */
export function shownOn(form: Sections, page: Questions, answers: Answers): readonly Question[] {
	const concerned = concernedBy(form, page, answers);
	return concerned.length ? concerned : page.questions;
}

function concernedBy(form: Sections, { questions }: Questions, answers: Answers): readonly Question[] {
	const keys = asked(form, answers);
	const found = new Set<string>();
	for (const { key, when } of questions)
		if (keys.has(key) || (when && rulesOf(when).some((rule) => found.has(rule.question)))) found.add(key);
	return questions.filter(({ key }) => found.has(key));
}

/** Undefined where nothing on the page changes it, or only the server can tell. The sentence beside it stands anyway. */
export function followOf(
	form: Sections,
	page: Questions,
	question: Question,
	answers: Answers
): Follow | undefined {
	const shown = concernedBy(form, page, answers);
	const near = nearOf(shown, question);
	if (!near.length || !canTell(shown, question, answers)) return undefined;
	const values = meanings(form, answers);
	const away = sourcesOf(form, question).filter((source) => !near.includes(source));
	return {
		when: question.when!,
		near: Object.fromEntries(near.map((source) => [source.key, plainOf(source)])),
		known: Object.fromEntries(away.map(({ key }) => [key, values.get(key) ?? null]))
	};
}

function sourcesOf(form: Sections, { when }: Question): Question[] {
	const keys = new Set(when && rulesOf(when).map((rule) => rule.question));
	return questionsOf(form).filter(({ key }) => keys.has(key));
}

function nearOf(shown: readonly Question[], { when }: Question): Question[] {
	const keys = new Set(when && rulesOf(when).map((rule) => rule.question));
	return shown.filter(({ key }) => keys.has(key));
}

/**
 * A browser knows nothing of dates, addresses and files, nor of what was deleted on its day. What hangs on a question
 * that hangs on another of the page can be told where that one can.
 */
function canTell(shown: readonly Question[], question: Question, answers: Answers): boolean {
	const { key, when } = question;
	const near = nearOf(shown, question);
	if (!near.length) return true;
	const gone = [key, ...rulesOf(when!).map((rule) => rule.question)].some((one) => isDeleted(answers, one));
	return !gone && near.every((source) => isPlain(source) && canTell(shown, source, answers));
}

function isPlain(question: Question): question is Question & Plain {
	return question.kind in plainReaders;
}

/** Its limits, and its options without their words. What is not set goes when it is written into the page. */
function plainOf(question: Question): Plain {
	if (!isPlain(question)) throw new Error(`No browser reads ${question.kind}`);
	switch (question.kind) {
		case 'short-text':
		case 'long-text':
			return tidy({ kind: question.kind, maxWords: question.maxWords });
		case 'choice':
			return { kind: 'choice', options: valuesOf(question) };
		case 'several':
			return tidy({ kind: 'several', options: valuesOf(question), atMost: question.atMost });
		case 'number':
			return tidy({ kind: 'number', decimal: question.decimal, least: question.least, most: question.most });
		case 'yes-no':
			return tidy({ kind: 'yes-no', reason: question.reason, maxWords: question.maxWords, required: question.required }); // prettier-ignore
		case 'statement':
			return { kind: 'statement' };
	}
}

function valuesOf({ options }: { options: readonly { value: string }[] }): { value: string }[] {
	return options.map(({ value }) => ({ value }));
}

function tidy(plain: Record<string, unknown>): Plain {
	return JSON.parse(JSON.stringify(plain)) as Plain;
}
