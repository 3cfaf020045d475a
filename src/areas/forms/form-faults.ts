import type { Question, QuestionKind, Rule, StoredForm } from './question.ts';
import { fieldsOf, takenFields } from './fields.ts';
import { rulesOf } from './rules.ts';
import { most } from './shape.ts';

export type Path = readonly (string | number)[];
/** What is wrong, and where in the form. */
export type Misplaced = { code: string; path: Path };

type Placed = { question: Question; path: Path; at: number };

/** What no entry shows by itself: keys that come twice, conditions on what comes later, limits the wrong way round. */
export function faultsAmong(form: StoredForm): Misplaced[] {
	const placed = placedIn(form);
	if (placed.length > most.questions) return [{ code: 'too-many', path: ['sections'] }];
	return [
		...languageFaults(form),
		...keyFaults(form, placed),
		...placed.flatMap((one) => questionFaults(one, placed))
	];
}

function placedIn(form: StoredForm): Placed[] {
	const all = form.sections.flatMap(({ pages }, s) =>
		pages.flatMap(({ questions }, p) =>
			questions.map((question, q) => ({ question, path: ['sections', s, 'pages', p, 'questions', q] }))
		)
	);
	return all.map((one, at) => ({ ...one, at }));
}

function languageFaults({ main, others }: StoredForm): Misplaced[] {
	const twice = others.findIndex((one, n) => one === main || others.indexOf(one) < n);
	return twice < 0 ? [] : [{ code: 'language-twice', path: ['others', twice] }];
}

function keyFaults(form: StoredForm, placed: readonly Placed[]): Misplaced[] {
	const sections = form.sections.map(({ key }, s) => ({ names: [key], path: ['sections', s, 'key'] }));
	const pages = form.sections.flatMap(({ pages: all }, s) =>
		all.map(({ key }, p) => ({ names: [key], path: ['sections', s, 'pages', p, 'key'] }))
	);
	const questions = placed.map(({ question, path }) => ({
		names: fieldsOf(question),
		path: [...path, 'key']
	}));
	return [...twiceIn(sections, []), ...twiceIn(pages, []), ...twiceIn(questions, takenFields)];
}

/** The later of two with the same name; for questions also a name that a field beside another has ("start-day"). */
function twiceIn(all: readonly { names: string[]; path: Path }[], taken: readonly string[]): Misplaced[] {
	const seen = new Set(taken);
	return all.flatMap(({ names, path }) => {
		const clashes = names.some((name) => seen.has(name) || name in {});
		for (const name of names) seen.add(name);
		return clashes ? [{ code: 'key-taken', path }] : [];
	});
}

function questionFaults(placed: Placed, all: readonly Placed[]): Misplaced[] {
	const { question, path } = placed;
	const codes = [
		...optionFaults(question),
		...limitFaults(question),
		...unlessFaults(placed, all),
		...conditionFaults(placed, all)
	];
	return codes.map(([code, ...inside]) => ({ code, path: [...path, ...inside] }));
}

type Coded = [code: string, ...path: (string | number)[]];

function optionFaults(question: Question): Coded[] {
	if (!('options' in question)) return [];
	const values = question.options.map(({ value }) => value);
	const twice = values.findIndex((value, n) => values.indexOf(value) < n);
	return twice < 0 ? [] : [['option-twice', 'options', twice, 'value']];
}

function limitFaults(question: Question): Coded[] {
	const turned =
		(question.kind === 'number' || question.kind === 'date') &&
		question.least !== undefined &&
		question.most !== undefined &&
		question.least > question.most;
	if (turned) return [['least-above-most', 'most']];
	const tooMany = 'options' in question && !question.optionsFrom && question.options.length > 0;
	if (tooMany && question.kind === 'several' && (question.atMost ?? 0) > question.options.length)
		return [['more-than-options', 'atMost']];
	if (tooMany && question.kind === 'ranking' && (question.first ?? 0) > question.options.length)
		return [['more-than-options', 'first']];
	return [];
}

function unlessFaults({ question }: Placed, all: readonly Placed[]): Coded[] {
	return (question.unless ?? []).flatMap((key, n): Coded[] => {
		if (key === question.key) return [['unless-itself', 'unless', n]];
		return all.some((other) => other.question.key === key) ? [] : [['unknown-question', 'unless', n]];
	});
}

function conditionFaults({ question: { when }, at }: Placed, all: readonly Placed[]): Coded[] {
	if (!when) return [];
	const list = 'all' in when ? 'all' : 'any';
	return rulesOf(when).flatMap((rule, n) => {
		const code = ruleFault(rule, at, all);
		return code ? [[code, 'when', list, n] as Coded] : [];
	});
}

/** Only earlier questions count, so that there are no circles. */
function ruleFault(rule: Rule, at: number, all: readonly Placed[]): string | undefined {
	const source = all.find(({ question }) => question.key === rule.question);
	if (!source) return 'unknown-question';
	if (source.at >= at) return 'condition-not-earlier';
	if (!judgedBy[rule.is].includes(source.question.kind)) return 'condition-not-for-kind';
	return 'values' in rule && rule.values.some((value) => !offersValue(source.question, value))
		? 'not-an-option'
		: undefined;
}

const anything: QuestionKind[] = [
	'short-text',
	'long-text',
	'choice',
	'several',
	'ranking',
	'yes-no',
	'address',
	'number',
	'date',
	'email',
	'telephone',
	'link',
	'file',
	'recording',
	'statement'
];
const chosen: QuestionKind[] = ['choice', 'several', 'yes-no'];
const judgedBy: Record<Rule['is'], readonly QuestionKind[]> = {
	'any-of': chosen,
	'none-of': chosen,
	answered: anything,
	'not-answered': anything,
	'at-least': ['number'],
	'at-most': ['number']
};

/** A list that is put in later may hold anything. */
function offersValue(question: Question, value: string): boolean {
	if (question.kind === 'yes-no') return value === 'yes' || value === 'no';
	if (!('options' in question)) return false;
	return question.optionsFrom !== undefined || question.options.some((option) => option.value === value);
}
