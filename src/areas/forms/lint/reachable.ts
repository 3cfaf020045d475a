import type { Condition, Question, Rule } from '../question.ts';

/** Rules that must all hold. */
type All = readonly Rule[];
/** Beyond so many ways of coming to a question nothing is said of it. */
const mostWays = 2000;

/**
 * Is there any way of answering by which this question is asked? Each condition is written out as the ways in which it
 * can hold; what an answer is needed of must itself be asked; a way is open when every question in it can have an
 * answer that fits all its rules.
 */
export function canBeAsked(question: Question, earlier: readonly Question[]): boolean {
	const byKey = new Map(earlier.map((one) => [one.key, one]));
	const ways = waysTo(question, byKey);
	return ways === undefined || ways.some((way) => isOpen(way, byKey));
}

/** Undefined: too many to look through. */
function waysTo({ when }: Question, byKey: ReadonlyMap<string, Question>): All[] | undefined {
	if (!when) return [[]];
	let open: All[] | undefined = [];
	for (const way of alternatives(when)) {
		const whole = withSources(way, byKey);
		if (!whole || !open || open.length + whole.length > mostWays) return undefined;
		open = [...open, ...whole];
	}
	return open;
}

function alternatives(when: Condition): All[] {
	return 'all' in when ? [when.all] : when.any.map((rule) => [rule]);
}

/** With the ways to every question that must have been answered. */
function withSources(way: All, byKey: ReadonlyMap<string, Question>): All[] | undefined {
	let ways: All[] = [way];
	for (const key of new Set(way.filter(needsAnswer).map((rule) => rule.question))) {
		const source = byKey.get(key);
		if (!source) return [];
		const to = waysTo(source, byKey);
		if (!to || ways.length * to.length > mostWays) return undefined;
		ways = ways.flatMap((one) => to.map((more) => [...one, ...more]));
	}
	return ways;
}

function needsAnswer({ is }: Rule): boolean {
	return is !== 'none-of' && is !== 'not-answered';
}

function isOpen(way: All, byKey: ReadonlyMap<string, Question>): boolean {
	const about = Map.groupBy(way, (rule) => rule.question);
	return [...about].every(([key, rules]) => fits(byKey.get(key), rules));
}

/** Can one answer, or none at all, fit every rule? */
function fits(question: Question | undefined, rules: All): boolean {
	if (!question) return false;
	if (!rules.some(needsAnswer)) return true;
	if (rules.some(({ is }) => is === 'not-answered')) return false;
	return numbersFit(question, rules) && choicesFit(question, rules);
}

function numbersFit(question: Question, rules: All): boolean {
	const limits: { least?: number; most?: number } = question.kind === 'number' ? question : {};
	const of = (is: 'at-least' | 'at-most') =>
		rules.flatMap((rule) => (rule.is === is && 'number' in rule ? [rule.number] : []));
	const least = Math.max(limits.least ?? -Infinity, ...of('at-least'));
	const most = Math.min(limits.most ?? Infinity, ...of('at-most'));
	if (question.kind === 'number' && !question.decimal) return Math.ceil(least) <= Math.floor(most);
	return least <= most;
}

function choicesFit(question: Question, rules: All): boolean {
	const offered = valuesOf(question);
	if (!offered) return true;
	const barred = rules.flatMap((rule) => (rule.is === 'none-of' ? rule.values : []));
	const wanted = rules.flatMap((rule) => (rule.is === 'any-of' ? [rule.values] : []));
	const left = offered.filter((value) => !barred.includes(value));
	if (question.kind !== 'several') return left.some((value) => wanted.every((one) => one.includes(value)));
	return left.length > 0 && coverable(left, wanted, question.atMost ?? left.length);
}

/** Some at most so many of `left` hold one of each list. */
function coverable(left: readonly string[], wanted: readonly (readonly string[])[], most: number): boolean {
	const [first, ...rest] = wanted;
	if (!first) return true;
	if (most < 1) return false;
	return first
		.filter((value) => left.includes(value))
		.some((value) =>
			coverable(
				left,
				rest.filter((one) => !one.includes(value)),
				most - 1
			)
		);
}

/** Undefined where anything may be put in. */
function valuesOf(question: Question): string[] | undefined {
	if (question.kind === 'yes-no') return ['yes', 'no'];
	if (!('options' in question) || question.optionsFrom) return undefined;
	return question.options.map(({ value }) => value);
}
