import * as m from '#words';
import type { Facet, Sort } from './expression-list.schema.ts';

/** What the filters of the list are called, and their options that are not answers. */
export const facetNames: Record<Facet, () => string> = {
	assigned: m.caseload_facet_assigned,
	tag: m.caseload_facet_tag,
	state: m.desk_facet_state,
	kind: m.desk_facet_kind,
	stage: m.desk_facet_stage,
	region: m.desk_facet_region,
	way: m.desk_facet_way
};
export const sortNames: Record<Sort, () => string> = {
	newest: m.desk_sort_newest,
	oldest: m.desk_sort_oldest,
	name: m.desk_sort_name
};
const states: Record<string, () => string> = {
	sent: m.desk_state_sent,
	typing: m.desk_state_typing,
	spam: m.sorting_state_spam,
	merged: m.sorting_state_merged
};
const ways: Record<string, () => string> = {
	web: m.desk_way_web,
	paper: m.desk_way_paper,
	telephone: m.desk_way_telephone
};

/** How far a campaign has got, in a word or two. */
export const stageNames: Record<string, () => string> = {
	idea: m.desk_stage_idea,
	beginning: m.desk_stage_beginning,
	'under-way': m.desk_stage_under_way,
	'won-some': m.desk_stage_won_some
};

export const stateWords = (state: string) => states[state]?.() ?? state;
export const wayWords = (way: string) => ways[way]?.() ?? way;

function assignedWords(value: string, label: string): string {
	if (value === 'mine') return m.caseload_assigned_mine();
	return value === 'nobody' ? m.caseload_assigned_nobody() : label;
}

/** The name of an option. Those of answers come with the form's own words. */
export function optionWords(facet: Facet, { value, label }: { value: string; label: string }): string {
	if (value === 'not-answered') return m.common_not_answered();
	if (facet === 'assigned') return assignedWords(value, label);
	if (facet === 'state') return stateWords(value);
	return facet === 'way' ? wayWords(value) : label;
}
