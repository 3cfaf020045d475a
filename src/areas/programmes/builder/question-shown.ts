import { say, type Question, type StoredForm } from '#areas/forms';
import { optionLines } from './options-text.ts';
import { canSay, joinOf, rowsOf, type RuleRow } from './rule-rows.ts';

/** What stands in the boxes of a question's page: as it is kept, or as it was typed into a form that came back. */
export type FieldsShown = {
	text: (name: string) => string;
	several: (name: string) => string[];
	ticked: (name: string) => boolean;
	rules: RuleRow[];
	join: string;
	/** The condition came from elsewhere and says more than these lines can. */
	keeps: boolean;
};
type Typed = Record<string, string | string[]> | undefined;

const spareRules = 2;
const mostRules = 20;

export function fieldsOf(question: Question, { main }: Pick<StoredForm, 'main'>, typed: Typed): FieldsShown {
	const own = typed ? asTyped(typed) : asKept(question, main);
	const rules = typed ? typedRules(typed) : rowsOf(question.when);
	const spare = Math.min(spareRules, mostRules - rules.length);
	return {
		...own,
		rules: [...rules, ...Array.from({ length: Math.max(0, spare) }, () => ({ rule: '' }))],
		join: typed ? [typed['q.join'] ?? 'all'].flat()[0]! : joinOf(question.when),
		keeps: !canSay(question.when)
	};
}

function asTyped(typed: Record<string, string | string[]>) {
	const all = (name: string) => [typed[`q.${name}`] ?? []].flat();
	return {
		text: (name: string) => all(name)[0] ?? '',
		several: (name: string) => all(name).filter(Boolean),
		ticked: (name: string) => all(name).includes('yes')
	};
}

function asKept(question: Question, main: StoredForm['main']) {
	const kept: Record<string, unknown> = { ...question };
	const textOf = (value: unknown): string => {
		if (value === undefined || value === null || typeof value === 'boolean') return '';
		if (typeof value === 'object') return say(value as Question['label'], main);
		return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
	};
	return {
		text(name: string) {
			if (name !== 'options') return textOf(kept[name]);
			return 'options' in question ? optionLines(question.options, (words) => say(words, main)) : '';
		},
		several: (name: string) => [kept[name] ?? []].flat() as string[],
		ticked: (name: string) => kept[name] === true
	};
}

function typedRules(typed: Record<string, string | string[]>): RuleRow[] {
	const word = (name: string) => [typed[name] ?? ''].flat()[0]!;
	const rows = Array.from({ length: mostRules }, (_, n) => ({
		rule: word(`q.rules.${n}.rule`),
		number: word(`q.rules.${n}.number`)
	}));
	return rows.filter(({ rule }) => rule !== '');
}
