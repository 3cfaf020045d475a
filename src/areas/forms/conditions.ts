import type { Answers, Value } from './answer.ts';
import type { Condition, Form, Question, Rule } from './question.ts';
import { read } from './read.ts';

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

export function rulesOf(when: Condition): readonly Rule[] {
	return 'all' in when ? when.all : when.any;
}

function holds(when: Condition, values: ReadonlyMap<string, Value>): boolean {
	const fits = (rule: Rule) => ruleHolds(rule, values.get(rule.question) ?? null);
	return 'all' in when ? when.all.every(fits) : when.any.some(fits);
}

/** The browser asks the same (src/enhance/asked.ts), of what is selected on its page. */
export function ruleHolds(rule: Rule, value: Value): boolean {
	if ('values' in rule) {
		const chosen = chosenIn(value).some((one) => rule.values.includes(one));
		return rule.is === 'any-of' ? chosen : !chosen;
	}
	if ('number' in rule) {
		if (typeof value !== 'number') return false;
		return rule.is === 'at-least' ? value >= rule.number : value <= rule.number;
	}
	return rule.is === 'answered' ? value !== null : value === null;
}

function chosenIn(value: Value): string[] {
	if (typeof value === 'object' && value !== null && 'answer' in value) return [value.answer];
	return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

function everyQuestion({ sections }: Sections): Question[] {
	return sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
}
