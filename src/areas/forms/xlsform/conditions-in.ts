import type { Condition, Question, Rule } from '../question.ts';
import type { Expression, Sign } from './xpath.ts';

/** A question that can be named in an expression: what it is, and which value stands behind the name of a choice. */
export type Source = {
	question: Question;
	valueOf(choice: string): string | undefined;
	choiceOf(value: string): string;
};
export type Sources = ReadonlyMap<string, Source>;
type Compare = Extract<Expression, { is: 'compare' }>;

/**
 * Several expressions, all of which must hold, as one condition of ours; nothing when it cannot say exactly that, and a
 * condition without rules when they always hold.
 */
export function conditionIn(expressions: readonly Expression[], sources: Sources): Condition | undefined {
	const parts = expressions.map((one) => partOf(one, sources));
	return allOf(parts);
}

function partOf(one: Expression, sources: Sources): Condition | undefined {
	if (one.is === 'and') return allOf(one.of.map((part) => partOf(part, sources)));
	if (one.is === 'or') return anyOf(one.of.map((part) => partOf(part, sources)));
	if (one.is === 'compare') return compared(one, sources);
	if (one.is === 'call') return called(one, sources);
	return undefined;
}

function allOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
	const rules: Rule[] = [];
	for (const part of parts) {
		if (!part) return undefined;
		if ('all' in part) rules.push(...part.all);
		else if (parts.length === 1) return part;
		else return undefined;
	}
	return { all: rules };
}

/** One of several: of the same question with other values, or one rule each. */
function anyOf(parts: readonly (Condition | undefined)[]): Condition | undefined {
	const rules: Rule[] = [];
	for (const part of parts) {
		const rule = part && single(part);
		if (!rule) return undefined;
		const before = rules.at(-1);
		if (before?.is === 'any-of' && rule.is === 'any-of' && before.question === rule.question)
			rules[rules.length - 1] = { ...before, values: [...before.values, ...rule.values] };
		else rules.push(rule);
	}
	return rules.length === 1 ? { all: rules } : { any: rules };
}

function single(part: Condition): Rule | undefined {
	const rules = 'all' in part ? part.all : part.any;
	return rules.length === 1 ? rules[0] : undefined;
}

type Call = Extract<Expression, { is: 'call' }>;

function called({ name, with: given }: Call, sources: Sources): Condition | undefined {
	if (name === 'true' && !given.length) return { all: [] };
	if (name === 'not' && given.length === 1) return opposite(partOf(given[0]!, sources));
	const [asked, choice] = given;
	if (name === 'selected' && given.length === 2 && asked?.is === 'answer' && choice?.is === 'text')
		return ofRule(chosen(asked.name, choice.text, sources));
	return undefined;
}

function opposite(part: Condition | undefined): Condition | undefined {
	const rule = part && single(part);
	if (!rule || 'number' in rule) return undefined;
	if ('values' in rule) return ofRule({ ...rule, is: rule.is === 'any-of' ? 'none-of' : 'any-of' });
	return ofRule({ ...rule, is: rule.is === 'answered' ? 'not-answered' : 'answered' });
}

function ofRule(rule: Rule | undefined): Condition | undefined {
	return rule && { all: [rule] };
}

function chosen(name: string, choice: string, sources: Sources): Rule | undefined {
	const source = sources.get(name);
	const value = source?.valueOf(choice);
	return value === undefined ? undefined : { question: source!.question.key, is: 'any-of', values: [value] };
}

const turned: Record<Sign, Sign> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

function compared({ sign, left, right }: Compare, sources: Sources): Condition | undefined {
	const isTurned = left.is === 'text' || left.is === 'number';
	const [asked, given] = isTurned ? [right, left] : [left, right];
	if (given.is !== 'text' && given.is !== 'number') return undefined;
	const towards = isTurned ? turned[sign] : sign;
	if (asked.is === 'call') return lengthOf(asked, towards, given, sources);
	if (asked.is !== 'answer') return undefined;
	const source = sources.get(asked.name);
	if (!source) return undefined;
	if (given.text === '') return presence(source, towards);
	return byKind(source, towards, given, asked.name, sources);
}

function presence({ question: { key } }: Source, sign: Sign): Condition | undefined {
	if (sign === '=') return ofRule({ question: key, is: 'not-answered' });
	return sign === '!=' || sign === '>' ? ofRule({ question: key, is: 'answered' }) : undefined;
}

type Given = Extract<Expression, { is: 'text' | 'number' }>;

function byKind(
	source: Source,
	sign: Sign,
	given: Given,
	name: string,
	sources: Sources
): Condition | undefined {
	const { question } = source;
	if (question.kind === 'number') return figures(question, sign, given);
	if (question.kind === 'statement' && given.text === 'OK')
		return presence(source, sign === '=' ? '!=' : '=');
	if (question.kind !== 'choice' && question.kind !== 'yes-no') return undefined;
	const rule = chosen(name, given.text, sources);
	if (sign === '=') return ofRule(rule);
	return sign === '!=' ? opposite(ofRule(rule)) : undefined;
}

type NumberQuestion = Extract<Question, { kind: 'number' }>;

/** Whole numbers above 3 are at least 4; of others that cannot be said. Not being a number is something else: none of ours. */
function figures({ key, decimal }: NumberQuestion, sign: Sign, given: Given): Condition | undefined {
	const number = given.is === 'number' ? given.number : Number(given.text);
	if (!Number.isFinite(number)) return undefined;
	const atLeast = (least: number): Rule => ({ question: key, is: 'at-least', number: least });
	const atMost = (most: number): Rule => ({ question: key, is: 'at-most', number: most });
	if (sign === '>=') return { all: [atLeast(number)] };
	if (sign === '<=') return { all: [atMost(number)] };
	if (sign === '=') return { all: [atLeast(number), atMost(number)] };
	if (decimal || !Number.isInteger(number) || sign === '!=') return undefined;
	return { all: [sign === '>' ? atLeast(number + 1) : atMost(number - 1)] };
}

/** string-length(${q}) > 0, count-selected(${q}) >= 1: something was answered. */
function lengthOf(
	{ name, with: given }: Call,
	sign: Sign,
	{ text }: Given,
	sources: Sources
): Condition | undefined {
	const [asked] = given;
	if (!['string-length', 'count-selected'].includes(name) || given.length !== 1 || asked?.is !== 'answer')
		return undefined;
	const source = sources.get(asked.name);
	if (!source) return undefined;
	if ([`>0`, `>=1`, `!=0`].includes(sign + text)) return presence(source, '!=');
	return [`=0`, `<1`].includes(sign + text) ? presence(source, '=') : undefined;
}
