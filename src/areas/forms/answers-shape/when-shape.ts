import type { Condition, Question, Rule } from '../question.ts';
import type { Shape } from './kind-shape.ts';

/** A condition as a schema of all answers. What is not asked is null in them, so that one look at each is enough. */
export function holdsWhen(when: Condition, byKey: ReadonlyMap<string, Question>): Shape {
	const fits = (rule: Rule) => ruleShape(rule, byKey.get(rule.question));
	return 'all' in when ? { allOf: when.all.map(fits) } : { anyOf: when.any.map(fits) };
}

/** There is an answer. */
export function isSaid(key: string): Shape {
	return where(key, { not: { type: 'null' } });
}

/** The same as `ruleHolds`. */
function ruleShape(rule: Rule, source: Question | undefined): Shape {
	const { question: key } = rule;
	if ('values' in rule) {
		const chosen = where(key, chosenOf(source?.kind, rule.values));
		return rule.is === 'any-of' ? chosen : { not: chosen };
	}
	if ('number' in rule) {
		const limit = rule.is === 'at-least' ? { minimum: rule.number } : { maximum: rule.number };
		return where(key, { type: 'number', ...limit });
	}
	return rule.is === 'answered' ? isSaid(key) : { not: isSaid(key) };
}

function where(key: string, shape: Shape): Shape {
	return { required: [key], properties: { [key]: shape } };
}

function chosenOf(kind: Question['kind'] | undefined, values: readonly string[]): Shape {
	if (kind === 'several' || kind === 'ranking') return { type: 'array', contains: { enum: values } };
	if (kind !== 'yes-no') return { enum: values };
	return { type: 'object', required: ['answer'], properties: { answer: { enum: values } } };
}
