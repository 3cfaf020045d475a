import type { Locale } from '#words/addresses';
import type { Form, Question } from '../question.ts';
import { questionsOf } from '../progress.ts';
import { say } from '../words.ts';
import { answerShape, type Shape } from './kind-shape.ts';
import { holdsWhen, isSaid } from './when-shape.ts';

/**
 * What the answers of a form mean (`meanings`), as JSON Schema 2020-12: for whoever sends, checks or reads them with
 * tools of their own. What no schema can say stands beside the answer as `x-also`. `say`: the language of the labels.
 */
export function answersShape(form: Pick<Form, 'sections'>, locale: Locale): Shape {
	const questions = questionsOf(form);
	const byKey = new Map(questions.map((question) => [question.key, question]));
	const rules = questions.flatMap((question) => rulesFor(question, byKey));
	const always = questions.filter(isAlwaysNeeded).map(({ key }) => key);
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		type: 'object',
		description:
			'By the keys of the questions. What is not answered, or not asked, is null or left out; so is what was deleted on its day, although it was required.',
		properties: Object.fromEntries(questions.map((question) => [question.key, propertyFor(question)])),
		additionalProperties: false,
		...(always.length ? { required: always } : {}),
		...(rules.length ? { allOf: rules } : {}),
		$defs: Object.fromEntries(
			questions.map((question) => [nameOf(question), { ...said(question, locale), ...answerShape(question) }])
		)
	};
}

/** Labels are read; answers are judged by the rest. */
function said({ label, help }: Question, locale: Locale) {
	return { title: say(label, locale), ...(help ? { description: say(help, locale) } : {}) };
}

function propertyFor(question: Question): Shape {
	const answer = { $ref: `#/$defs/${nameOf(question)}` };
	return isAlwaysNeeded(question) ? answer : { anyOf: [answer, { type: 'null' }] };
}

function isAlwaysNeeded({ required, unless, when }: Question): boolean {
	return Boolean(required) && !unless?.length && !when;
}

/** When it is asked: needed, unless something else is said instead. When it is not: nothing. */
function rulesFor(question: Question, byKey: ReadonlyMap<string, Question>): Shape[] {
	const needed = isAlwaysNeeded(question) ? [] : neededRule(question);
	if (!question.when) return needed;
	const nothing = { properties: { [question.key]: { type: 'null' } } };
	const then = needed.length ? { then: { allOf: needed } } : {};
	return [{ if: holdsWhen(question.when, byKey), ...then, else: nothing }];
}

function neededRule({ key, required, unless = [] }: Question): Shape[] {
	if (!required) return [];
	if (!unless.length) return [isSaid(key)];
	return [{ if: { not: { anyOf: unless.map(isSaid) } }, then: isSaid(key) }];
}

function nameOf({ key }: Question): string {
	return `answer.${key}`;
}
