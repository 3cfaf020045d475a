import * as m from '#words';
import { formatsIn } from '#words/tongues';
import { rulesOf } from './rules.ts';
import { questionsOf } from './progress.ts';
import type { Form, Question, Rule } from './question.ts';
import { say } from './words.ts';

/** "Answer this only if your answer to … is …": for a question that stands on one page with what it hangs on. */
export function conditionSentence(form: Form, { when }: Question): string | undefined {
	if (!when) return undefined;
	const type = 'all' in when ? 'conjunction' : 'disjunction';
	const conditions = rulesOf(when).map((rule) => ruleWords(form, rule));
	return m.form_only_if({ conditions: new Intl.ListFormat(formatsIn(), { type }).format(conditions) });
}

function ruleWords(form: Form, rule: Rule): string {
	const on = questionsOf(form).find(({ key }) => key === rule.question);
	const question = on ? say(on.label) : rule.question;
	if ('number' in rule) {
		const { number } = rule;
		return rule.is === 'at-least'
			? m.form_if_at_least({ question, number })
			: m.form_if_at_most({ question, number });
	}
	if (!('values' in rule))
		return rule.is === 'answered' ? m.form_if_answered({ question }) : m.form_if_not_answered({ question });
	const values = new Intl.ListFormat(formatsIn(), { type: 'disjunction' }).format(
		rule.values.map((value) => labelOf(on, value))
	);
	return rule.is === 'any-of' ? m.form_if_any({ question, values }) : m.form_if_none({ question, values });
}

function labelOf(question: Question | undefined, value: string): string {
	if (question?.kind === 'yes-no') return value === 'yes' ? m.form_yes() : m.form_no();
	const options = question && 'options' in question ? question.options : [];
	const option = options.find((one) => one.value === value);
	return option ? say(option.label) : value;
}
