import { worthOf, type Applicant, type Parts } from '#packages/selection';
import { firstOf } from '../../server/expression-list-views.ts';
import { usual } from '../../terms/terms.ts';
import type { Changes } from '../board.schema.ts';
import { countsOf, factsOf } from '../facts.ts';
import type { Basis, Instance, Rule } from '../instance.ts';
import { isCoinToss, type Cohort, type Other } from '../solved.ts';
import { labelsFor, personOf, shownByKey, type Look, type Person, type RuleShown } from './look.ts';

export type MemberView = {
	person: Person;
	/** The answers that make members different, in the order of `questions`. */
	cells: string[];
	only: string[];
	teaches: string[];
	/** Whom it costs least to take instead; null: nobody could without breaking a rule. */
	instead: { who: Person; costs: number } | null;
	/** Of `draws`, how often the place is kept when scores are moved by chance. */
	stays: number;
	isToss: boolean;
	isLockedIn: boolean;
};
export type OtherView = { costs: number; out: Person[]; in: Person[]; parts: Parts | null };
export type CohortView = {
	basis: Basis;
	objective: number;
	bound: number;
	isProven: boolean;
	parts: Parts;
	candidates: number;
	questions: string[];
	members: MemberView[];
	/** Withdrawn or deleted since: then it is worked out again. */
	gone: number;
	coverage: { question: string; rows: { value: string; count: number }[] }[];
	/** The community of each, in their own words as the panel reads them: nothing that could be counted. */
	communities: { person: Person; says: string }[];
	/** Every rule about who is in, with how many are. */
	rules: { rule: RuleShown; count: number; isKept: boolean }[];
	untaught: { topic: string; wishedBy: string[] }[];
	alternatives: OtherView[];
	prices: { rule: RuleShown; costs: number; isProven: boolean; instead: { out: Person[]; in: Person[] } | null }[];
	draws: number;
	/** Which weight, half as large or half as large again, changes who is in. */
	weights: { weight: string; times: number; out: Person[]; in: Person[] }[];
	lots: { cohorts: number | null; isWhole: boolean; chances: { who: Person; chance: number }[] } | null;
	/** Who teaches and wishes what: topics against members. */
	room: { topic: string; cells: Cell[] }[];
}; // prettier-ignore
export type Cell = 'teaches' | 'met' | 'unmet' | 'nothing';

export type SwapView = {
	out: Person;
	in: Person;
	costs: number;
	parts: Parts;
	/** Rules that it breaks; those about a person are not told apart. */
	breaks: RuleShown[];
};
type Of = {
	answer: Cohort;
	instance: Instance;
	rules: ReadonlyMap<string, Rule>;
	changes: Changes;
};

export function cohortViewOf(look: Look, of: Of): CohortView {
	const { answer, instance, rules } = of;
	const members = answer.members.flatMap((id) => instance.applicants.find((one) => one.id === id) ?? []);
	const questions = Object.keys(instance.call.attributes);
	const facts = factsOf(members, questions);
	const { basis, objective, bound, isProven, parts, candidates, draws } = answer;
	const people = (ids: readonly string[]) => ids.map((id) => personOf(look, id));
	return {
		basis,
		objective,
		bound,
		isProven,
		parts,
		candidates,
		draws,
		questions: questions.map((question) => labelsFor(look, question, '').questionLabel),
		members: membersOf(look, of, members, facts),
		gone: answer.members.length - members.length,
		coverage: covered(look, members, questions),
		communities: members.map(({ id }) => ({
			person: personOf(look, id),
			says: firstOf(look.said(id, 'community'), 300)
		})),
		rules: [...rules].flatMap(([key, rule]) => ruleCounted(look, instance, members, key, rule)),
		untaught: facts.untaught.map(({ topic, wishedBy }) => ({
			topic: topicLabel(look, topic),
			wishedBy: people(wishedBy).map(({ name }) => name)
		})),
		alternatives: answer.alternatives.map((other) => otherOf(look, of, other)),
		prices: answer.prices
			.filter(({ costs }) => costs > 1e-6)
			.flatMap(({ rule, costs, isProven, instead }) =>
				shownByKey(look, rules, rule).map((shown) => ({
					rule: shown,
					costs,
					isProven,
					instead: isAboutPeople(shown) || !instead ? null : { out: people(instead.out), in: people(instead.in) }
				}))
			),
		weights: answer.weights
			.filter((one) => one.in.length > 0)
			.map(({ weight, times, out, in: into }) => ({
				weight: weightLabel(look, weight),
				times,
				out: people(out),
				in: people(into)
			})),
		lots: answer.lots && {
			cohorts: answer.lots.cohorts,
			isWhole: answer.lots.isWhole,
			chances: Object.entries(answer.lots.chances)
				.map(([id, chance]) => ({ who: personOf(look, id), chance }))
				.toSorted((a, b) => b.chance - a.chance || a.who.name.localeCompare(b.who.name))
		},
		room: roomOf(look, members)
	}; // prettier-ignore
}

function membersOf(
	look: Look,
	{ answer, instance, changes }: Of,
	members: readonly Applicant[],
	facts: ReturnType<typeof factsOf>
): MemberView[] {
	return members.map(({ id, attributes }) => {
		const own = facts.members.get(id)!;
		const swap = answer.instead.find(({ out }) => out === id);
		return {
			person: personOf(look, id),
			cells: Object.keys(instance.call.attributes).map((question) =>
				valueLabel(look, question, attributes[question] ?? '')
			),
			only: own.only.map(({ question, value }) => valueLabel(look, question, value)),
			teaches: own.teaches.map((topic) => topicLabel(look, topic)),
			instead: swap?.in ? { who: personOf(look, swap.in), costs: swap.costs } : null,
			stays: answer.stays[id] ?? 0,
			isToss: isCoinToss(answer, id),
			isLockedIn: changes.in.includes(id)
		};
	});
}

/** What makes members different; and kinds, regions and stages always, since a panel looks for them. */
function covered(look: Look, members: readonly Applicant[], questions: readonly string[]) {
	const compared = questions.map((question) => ({
		question: labelsFor(look, question, '').questionLabel,
		rows: countsOf(members.map(({ attributes }) => attributes[question] ?? '')).map(({ value, count }) => ({
			value: valueLabel(look, question, value),
			count
		}))
	}));
	const looked = lookedFor(look, questions).map(({ question, label }) => ({
		question: label,
		rows: countsOf(members.map(({ id }) => look.said(id, question).split(': ')[0]!))
	}));
	return [...compared, ...looked];
}

/** Kind, region and stage, where the call does not compare by them: of these, the questions with one of some options. */
function lookedFor({ choices }: Look, questions: readonly string[]) {
	return choices.filter(
		({ question, isSeveral, isPersonal }) =>
			usual.attributes.some((one) => one.question === question) &&
			!questions.includes(question) &&
			!isSeveral &&
			!isPersonal
	);
}

function ruleCounted(
	look: Look,
	{ call }: Instance,
	members: readonly Applicant[],
	key: string,
	rule: Rule
): CohortView['rules'] {
	if (rule.is !== 'quota' && rule.is !== 'alone') return [];
	const both = `${rule.question}=${rule.option}`;
	const count = members.filter(
		({ attributes, groups }) => attributes[both] === 'yes' || groups.includes(both)
	).length;
	const most = rule.is === 'quota' ? Math.min(rule.max, call.size) : call.size;
	const least = rule.is === 'quota' ? rule.min : 2;
	const isKept = (rule.is === 'alone' && count === 0) || (count >= least && count <= most);
	return shownByKey(look, new Map([[key, rule]]), key).map((shown) => ({ rule: shown, count, isKept }));
}

function otherOf(look: Look, { answer, instance }: Of, other: Other): OtherView {
	return {
		costs: answer.objective - other.objective,
		out: other.out.map((id) => personOf(look, id)),
		in: other.in.map((id) => personOf(look, id)),
		parts: worthOf(instance.call, instance.applicants, other.members)?.parts ?? null
	};
}

/** Every topic that anybody in the room wishes for or teaches: first those that nobody can teach. */
function roomOf(look: Look, members: readonly Applicant[]): CohortView['room'] {
	const topics = [...new Set(members.flatMap(({ offers, needs }) => [...needs, ...offers]))].toSorted();
	const rows = topics.map((topic) => {
		const isTaught = members.some(({ offers }) => offers.includes(topic));
		const cells = members.map(({ offers, needs }): Cell => {
			if (offers.includes(topic)) return 'teaches';
			if (!needs.includes(topic)) return 'nothing';
			return isTaught ? 'met' : 'unmet';
		});
		return { topic: topicLabel(look, topic), cells };
	});
	return rows.toSorted((a, b) => Number(b.cells.includes('unmet')) - Number(a.cells.includes('unmet')));
}

function isAboutPeople(rule: RuleShown): boolean {
	return rule.is === 'quota' && rule.isPersonal;
}

/** "Access: seeing data that others keep to themselves" → "Access": there is little room, and who chooses knows the form. */
function valueLabel(look: Look, question: string, value: string): string {
	return value ? labelsFor(look, question, value).optionLabel.split(': ')[0]! : '';
}

function topicLabel(look: Look, topic: string): string {
	return labelsFor(look, 'learn', topic).optionLabel;
}

/** `attribute kind` is a question; difference, match and score are themselves. */
function weightLabel(look: Look, weight: string): string {
	const question = weight.replace(/^attribute /, '');
	return question === weight ? weight : labelsFor(look, question, '').questionLabel;
}
