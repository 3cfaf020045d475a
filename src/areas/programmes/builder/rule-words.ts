import { questionsOf, say, type Condition, type Question, type Rule, type StoredForm } from '#areas/forms';
import * as m from '#words';
import { rulesIn } from './rule-rows.ts';

/** A condition in words, rule by rule: "“How far?” is “We have an idea”". */
export function ruleSentences(when: Condition | undefined, form: StoredForm): string[] {
	if (!when) return [];
	const byKey = new Map(questionsOf(form).map((question) => [question.key, question]));
	return rulesIn(when).map((rule) => ruleSentence(rule, byKey.get(rule.question)));
}

function ruleSentence(rule: Rule, source: Question | undefined): string {
	const question = source ? say(source.label) : rule.question;
	if ('values' in rule) {
		const value = rule.values.map((one) => `“${valueWord(source, one)}”`).join(` ${m.builder_rule_or()} `);
		return rule.is === 'any-of'
			? m.builder_rule_any_of({ question, value })
			: m.builder_rule_none_of({ question, value });
	}
	if ('number' in rule) {
		const number = String(rule.number);
		return rule.is === 'at-least'
			? m.builder_rule_at_least({ question, number })
			: m.builder_rule_at_most({ question, number });
	}
	return rule.is === 'answered'
		? m.builder_rule_answered({ question })
		: m.builder_rule_not_answered({ question });
}

/** What is chosen, in the words of the option. */
export function valueWord(source: Question | undefined, value: string): string {
	if (source?.kind === 'yes-no') return value === 'yes' ? m.form_yes() : m.form_no();
	const option =
		source && 'options' in source ? source.options.find((one) => one.value === value) : undefined;
	return option ? say(option.label) : value;
}

/** What may be asked of one answer, without saying of which: "is “Yes”". */
export function ruleWord(source: Question, is: Rule['is'], value?: string): string {
	const said = value === undefined ? '' : valueWord(source, value);
	return words[is]({ value: said });
}

const words: Record<Rule['is'], (inputs: { value: string }) => string> = {
	'any-of': m.builder_is_any_of,
	'none-of': m.builder_is_none_of,
	answered: m.builder_is_answered,
	'not-answered': m.builder_is_not_answered,
	'at-least': m.builder_is_at_least,
	'at-most': m.builder_is_at_most
};
