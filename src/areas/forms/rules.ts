import type { Value } from './answer.ts';
import type { Condition, Rule } from './question.ts';

/*
 * What a condition says of values. The server and the script of the page (src/enhance/asked.ts) both ask here, so
 * nothing else is imported.
 */

export function rulesOf(when: Condition): readonly Rule[] {
	return 'all' in when ? when.all : when.any;
}

export function holds(when: Condition, values: ReadonlyMap<string, Value>): boolean {
	const fits = (rule: Rule) => ruleHolds(rule, values.get(rule.question) ?? null);
	return 'all' in when ? when.all.every(fits) : when.any.some(fits);
}

function ruleHolds(rule: Rule, value: Value): boolean {
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
