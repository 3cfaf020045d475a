import * as m from '#words';
import type { Asked, AskedRows } from '../call-fields.ts';
import type { Choice } from './choices.ts';
import { hiddenUntil, powers } from './terms.schema.ts';
import { usual } from './terms.ts';

/** A part of the page: some fields, maybe rows of the same fields. */
export type TermsPart = { title: string; help?: string; fields: Asked[]; rows?: AskedRows };

type More = Partial<Omit<Asked, 'name' | 'label' | 'kind'>>;
const field = (kind: Asked['kind'], name: string, label: string, more: More = {}): Asked => ({
	kind,
	name,
	label,
	...more
});
const number = (name: string, label: string, more?: More) => field('number', name, label, more);

/** What is asked of how the panel chooses, in the order in which it is read. */
export function termsAsked(choices: readonly Choice[]): TermsPart[] {
	return [reading(), together(choices), rules(choices), lots(), deciding()];
}

const top = (name: string) => `terms.${name}`;

function reading(): TermsPart {
	const names = {
		discussion: m.terms_desk_names_discussion(),
		selection: m.terms_desk_names_selection(),
		release: m.terms_desk_names_release()
	};
	return {
		title: m.terms_desk_reading(),
		fields: [
			number(top('readers'), m.terms_desk_readers(), { help: m.terms_desk_readers_help({ usual: usual.readers }) }),
			field('choice', top('names'), m.terms_desk_names(), {
				help: m.terms_desk_names_help(),
				options: [
					...hiddenUntil.map((value) => ({ value, label: names[value] })),
					{ value: 'never-hidden', label: m.terms_desk_names_never() }
				]
			}),
			number(top('leastScore'), m.terms_desk_least(), {
				help: m.terms_desk_least_help(),
				decimal: true,
				optional: true
			})
		]
	}; // prettier-ignore
}

function together(choices: readonly Choice[]): TermsPart {
	const { difference, match, score } = usual.parts;
	const part = (name: string, label: string, help: string) =>
		number(top(`parts.${name}`), label, { help, decimal: true });
	return {
		title: m.terms_desk_together(),
		help: m.terms_desk_together_help(),
		fields: [
			part('difference', m.terms_desk_difference(), m.terms_desk_difference_help({ usual: difference })),
			part('match', m.terms_desk_match(), m.terms_desk_match_help({ usual: match })),
			part('score', m.terms_desk_score(), m.terms_desk_score_help({ usual: score }))
		],
		rows: {
			name: top('attributes'),
			legend: m.terms_desk_attributes(),
			rowName: m.terms_desk_attribute(),
			addMore: true,
			fields: [
				field('select', 'question', m.terms_desk_attribute(), { options: questionOptions(choices) }),
				number('weight', m.terms_desk_weight(), { help: m.call_desk_criterion_weight_help(), decimal: true })
			]
		}
	};
}

function rules(choices: readonly Choice[]): TermsPart {
	return {
		title: m.terms_desk_rules(),
		help: m.terms_desk_rules_help(),
		fields: [],
		rows: {
			name: top('quotas'),
			legend: m.terms_desk_rules(),
			rowName: m.terms_desk_rule(),
			addMore: true,
			fields: [
				field('select', 'of', m.terms_desk_of(), { options: optionOptions(choices, true) }),
				number('min', m.terms_desk_min(), { optional: true }),
				number('max', m.terms_desk_max(), { optional: true }),
				field('text', 'why', m.terms_desk_why(), { help: m.terms_desk_why_help(), rows: 2, optional: true })
			]
		}
	};
}

function lots(): TermsPart {
	return {
		title: m.terms_desk_lots(),
		help: m.terms_desk_lots_help(),
		fields: [
			field('choice', top('lots'), m.terms_desk_lots_which(), {
				options: [
					{ value: 'drawn', label: m.terms_desk_lots_drawn() },
					{ value: 'not-drawn', label: m.terms_desk_lots_not() }
				]
			}),
			number(top('band'), m.terms_desk_band(), { help: m.terms_desk_band_help(), decimal: true, optional: true })
		]
	}; // prettier-ignore
}

function deciding(): TermsPart {
	const may = {
		'breaks-ties': m.terms_desk_breaks_ties(),
		'ends-phases': m.terms_desk_ends_phases(),
		releases: m.terms_desk_releases()
	};
	return {
		title: m.terms_desk_deciding(),
		fields: [
			number(top('reserves'), m.terms_desk_reserves(), { help: m.terms_desk_reserves_help() }),
			number(top('quorum'), m.terms_desk_quorum(), { help: m.terms_desk_quorum_help() }),
			field('several', top('chair'), m.terms_desk_chair(), {
				options: [
					...powers.map((value) => ({ value, label: may[value] })),
					{ value: 'none', label: m.terms_desk_chair_none() }
				]
			})
		]
	};
}

/** Nobody the only one: asked beside the other rules. */
export function aloneRows(choices: readonly Choice[]): AskedRows {
	return {
		name: top('notAlone'),
		legend: m.terms_desk_alone(),
		rowName: m.terms_desk_rule(),
		addMore: true,
		fields: [field('select', 'of', m.terms_desk_of(), { options: optionOptions(choices, false) })]
	};
}

function questionOptions(choices: readonly Choice[]) {
	const fit = choices.filter(({ isPersonal, isSeveral }) => !isPersonal && !isSeveral);
	return [nothing(), ...fit.map(({ question, label }) => ({ value: question, label }))];
}

function optionOptions(choices: readonly Choice[], withPersonal: boolean) {
	const fit = choices.filter(({ isPersonal }) => withPersonal || !isPersonal);
	return [
		nothing(),
		...fit.flatMap(({ question, label, options, isPersonal }) =>
			options.map((option) => ({
				value: `${question}=${option.value}`,
				label: `${label}: ${option.label}${isPersonal ? ` (${m.terms_desk_personal()})` : ''}`
			}))
		)
	];
}

const nothing = () => ({ value: '', label: m.terms_desk_nothing() });
