import { saysTheSame, type Condition, type Question, type Rule } from '#areas/forms';

/** One line of a condition as a page shows it: a word for the rule, and a number where it needs one. */
export type RuleRow = { rule: string; number?: string };

/** "any-of:stage:idea". A line names one answer; lines about one question are answers any of which will do. */
export function rowsOf(when: Condition | undefined): RuleRow[] {
	return when ? rulesIn(when).flatMap(rowsOfRule) : [];
}

function rowsOfRule(rule: Rule): RuleRow[] {
	const { is, question } = rule;
	if ('values' in rule) return rule.values.map((value) => ({ rule: `${is}:${question}:${value}` }));
	if ('number' in rule) return [{ rule: `${is}:${question}`, number: String(rule.number) }];
	return [{ rule: `${is}:${question}` }];
}

/** Undefined: no condition. A line without a rule, or with a number that is none, says nothing. */
export function conditionFrom(rows: readonly RuleRow[], join: 'all' | 'any'): Condition | undefined {
	const rules = rows.flatMap((row) => ruleFrom(row) ?? []).reduce<Rule[]>(gathered, []);
	if (!rules.length) return undefined;
	return join === 'any' ? { any: rules } : { all: rules };
}

/** Can these lines say what the condition says? What came from a file may say more. */
export function canSay(when: Condition | undefined): boolean {
	return !when || saysTheSame(conditionFrom(rowsOf(when), joinOf(when)), when);
}

export function joinOf(when: Condition | undefined): 'all' | 'any' {
	return when && 'any' in when ? 'any' : 'all';
}

export function rulesIn(when: Condition): readonly Rule[] {
	return 'all' in when ? when.all : when.any;
}

function ruleFrom({ rule, number = '' }: RuleRow): Rule | undefined {
	const [is, question, ...rest] = rule.split(':');
	if (!question) return undefined;
	if (is === 'any-of' || is === 'none-of') return { question, is, values: [rest.join(':')] };
	if (is === 'answered' || is === 'not-answered') return { question, is };
	const limit = Number(number.trim().replace(',', '.'));
	if ((is !== 'at-least' && is !== 'at-most') || number.trim() === '' || !Number.isFinite(limit))
		return undefined;
	return { question, is, number: limit };
}

function gathered(rules: Rule[], rule: Rule): Rule[] {
	if (!('values' in rule)) return [...rules, rule];
	const at = rules.findIndex(
		(one) => 'values' in one && one.is === rule.is && one.question === rule.question
	);
	const same = rules[at];
	if (!same || !('values' in same)) return [...rules, rule];
	return rules.with(at, { ...same, values: [...new Set([...same.values, ...rule.values])] });
}

/** What may be asked of the answer to one earlier question. */
export function rulesAbout(question: Question): { is: Rule['is']; value?: string }[] {
	const values =
		question.kind === 'yes-no'
			? ['yes', 'no']
			: question.kind === 'choice' || question.kind === 'several'
				? question.options.map(({ value }) => value)
				: [];
	const chosen = (['any-of', 'none-of'] as const).flatMap((is) => values.map((value) => ({ is, value })));
	const numbers = question.kind === 'number' ? [{ is: 'at-least' as const }, { is: 'at-most' as const }] : [];
	return [...chosen, ...numbers, { is: 'answered' }, { is: 'not-answered' }];
}
