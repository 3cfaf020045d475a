import { namesOf } from '#server/identity';
import type { Context } from '#server/use-case';
import { formOf } from '../../form/server/reading.ts';
import type { ExpressionView } from '../../server/expression-views.ts';
import { viewsFor } from '../../panel/server/reading.ts';
import { choicesOf, type Choice } from '../../terms/choices.ts';
import type { Rule } from '../instance.ts';
import type { Boarder } from './boarder.ts';
import { listCandidates } from './candidates.sql.ts';
import type { SolvingRow } from './solving.sql.ts';

export type Person = { id: string; reference: string; name: string };
/** A rule in its words' parts; people and options named. */
export type RuleShown =
	| (Extract<Rule, { is: 'quota' | 'alone' }> & { questionLabel: string; optionLabel: string })
	| Extract<Rule, { is: 'least' }>
	| { is: 'in' | 'out'; who: string };

/** What every part of the view needs. */
export type Look = {
	boarder: Boarder;
	people: Map<string, Person>;
	choices: Choice[];
	/** What each says, as the panel reads it, by its question: without names, and blanked, where it is so. */
	said: (id: string, question: string) => string;
	names: ReadonlyMap<string, string>;
	now: Date;
};

export async function lookOf(context: Context, boarder: Boarder, rows: readonly SolvingRow[]): Promise<Look> {
	const { call } = boarder;
	const candidates = await listCandidates(context.db, call.id);
	const views = await viewsFor(context, boarder, candidates);
	const told = new Map(views.map(({ id, sections }) => [id, wordsOf(sections)]));
	const said: Look['said'] = (id, question) => told.get(id)?.get(question) ?? '';
	const people = views.map(({ id, reference }): [string, Person] => [
		id,
		{ id, reference, name: (boarder.names && said(id, 'group')) || reference }
	]);
	return {
		boarder,
		people: new Map(people),
		said,
		choices: choicesOf(await formOf(context, call)),
		names: await namesOf(context, [...new Set(rows.map(({ askedBy }) => askedBy))]),
		now: context.now
	};
}

function wordsOf(sections: ExpressionView['sections']): Map<string, string> {
	const answers = sections.flatMap((section) => section.answers);
	return new Map(answers.map(({ key, text }) => [key, text.join(' ')]));
}

/** Whoever left since has no name here any more. */
export function personOf({ people }: Pick<Look, 'people'>, id: string): Person {
	return people.get(id) ?? { id, reference: '', name: '—' };
}

/** What rules are named by. */
export type Naming = Pick<Look, 'people' | 'choices'>;

export function shownByKey(look: Look, rules: ReadonlyMap<string, Rule>, key: string): RuleShown[] {
	const rule = rules.get(key);
	return rule ? [ruleShown(look, rule)] : [];
}

export function ruleShown(look: Naming, rule: Rule): RuleShown {
	if ('id' in rule) return { is: rule.is, who: personOf(look, rule.id).name };
	if (rule.is === 'least') return rule;
	return { ...rule, ...labelsFor(look, rule.question, rule.option) };
}

export function labelsFor({ choices }: Pick<Look, 'choices'>, question: string, option: string) {
	const choice = choices.find((one) => one.question === question);
	return {
		questionLabel: choice?.label ?? question,
		optionLabel: choice?.options.find(({ value }) => value === option)?.label ?? option
	};
}
