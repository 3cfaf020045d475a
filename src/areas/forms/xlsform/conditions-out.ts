import type { Condition, Question, Rule } from '../question.ts';
import { numeral, quoted } from './xpath.ts';

/** How questions and their choices are called in the file. */
export type Named = {
	nameOf(key: string): string;
	questionOf(key: string): Question | undefined;
	choiceOf(key: string, value: string): string;
};

/** A condition as an expression; '' when it names a question that is not there. */
export function expressionFor(when: Condition, named: Named): string {
	const [rules, word] = 'all' in when ? [when.all, ' and '] : [when.any, ' or '];
	if (rules.some(({ question }) => !named.questionOf(question))) return '';
	return rules.map((rule) => ruleAs(rule, named, rules.length > 1 && word === ' and ')).join(word);
}

function ruleAs(rule: Rule, named: Named, isPart: boolean): string {
	const answer = `\${${named.nameOf(rule.question)}}`;
	if (rule.is === 'answered') return `${answer} != ''`;
	if (rule.is === 'not-answered') return `${answer} = ''`;
	if ('number' in rule) return `${answer} ${rule.is === 'at-least' ? '>=' : '<='} ${numeral(rule.number)}`;
	if (!('values' in rule)) return '';
	const each = rule.values.map((value) => isChosen(rule.question, value, answer, named));
	if (rule.is === 'none-of') return `not(${each.join(' or ')})`;
	return each.length > 1 && isPart ? `(${each.join(' or ')})` : each.join(' or ');
}

function isChosen(key: string, value: string, answer: string, named: Named): string {
	const choice = quoted(named.choiceOf(key, value));
	return named.questionOf(key)?.kind === 'several'
		? `selected(${answer}, ${choice})`
		: `${answer} = ${choice}`;
}
