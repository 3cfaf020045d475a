import type { Answers, Value } from './answer.ts';
import type { Form, Question } from './question.ts';
import { read } from './read.ts';
import { holds, rulesOf } from './rules.ts';

/** `typed`: as its writer has it now. `meant`: as others read it, which differs while something sent is being changed. */
export type By = 'typed' | 'meant';
type Sections = Pick<Form, 'sections'>;

/**
 * The keys of the questions that are asked. One that is not asked means nothing, to conditions on it too; since only
 * earlier questions count, one look from the first to the last settles everything.
 */
export function asked(form: Sections, answers: Answers, by: By = 'typed'): Set<string> {
	const found = new Set<string>();
	const values = new Map<string, Value>();
	const sources = sourcesIn(form);
	for (const question of everyQuestion(form)) {
		if (!isWanted(question, answers, values)) continue;
		found.add(question.key);
		if (sources.has(question.key)) values.set(question.key, meaning(question, answers, by));
	}
	return found;
}

function isWanted(question: Question, answers: Answers, values: ReadonlyMap<string, Value>): boolean {
	const { key, when } = question;
	if (!when || isDeleted(answers, key)) return true;
	// What it hung on went before it: nobody can ask again whether it held, so it stays as it was.
	if (rulesOf(when).some((rule) => isDeleted(answers, rule.question))) return Object.hasOwn(answers, key);
	return holds(when, values);
}

/** Its time was over, and it went as its page had said. */
export function isDeleted(answers: Answers, key: string): boolean {
	return Object.hasOwn(answers, key) && answers[key]!.deleted === true;
}

export function isAsked(
	form: Sections,
	{ key }: Pick<Question, 'key'>,
	answers: Answers,
	by: By = 'typed'
): boolean {
	return asked(form, answers, by).has(key);
}

function meaning(question: Question, answers: Answers, by: By): Value {
	const answer = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined;
	return by === 'meant' ? (answer?.value ?? null) : read(question, answer?.typed).value;
}

function sourcesIn(form: Sections): Set<string> {
	const all = everyQuestion(form).flatMap(({ when }) => (when ? rulesOf(when) : []));
	return new Set(all.map(({ question }) => question));
}

function everyQuestion({ sections }: Sections): Question[] {
	return sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
}
