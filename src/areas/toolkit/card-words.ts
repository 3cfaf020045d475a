import { numberFormat } from '#shared/formats';
import * as m from '#words';
import { formatsIn } from '#words/tongues';
import type { Box, Kind, Template } from './activity.ts';
import type { Progress, Session } from './path.ts';

/* The words for what a card is made of. */

export const boxNames: Record<Box, () => string> = {
	community: m.toolkit_box_community,
	change: m.toolkit_box_change,
	power: m.toolkit_box_power,
	intervention: m.toolkit_box_intervention,
	allies: m.toolkit_box_allies,
	care: m.toolkit_box_care,
	communication: m.toolkit_box_communication,
	actions: m.toolkit_box_actions,
	learning: m.toolkit_box_learning,
	assumptions: m.toolkit_box_assumptions,
	risks: m.toolkit_box_risks,
	measures: m.toolkit_box_measures,
	money: m.toolkit_box_money
};

export const kindNames: Record<Kind, () => string> = {
	begin: m.toolkit_kind_begin,
	look: m.toolkit_kind_look,
	understand: m.toolkit_kind_understand,
	say: m.toolkit_kind_say,
	act: m.toolkit_kind_act,
	care: m.toolkit_kind_care,
	learn: m.toolkit_kind_learn
};

/** What the board is called, and what its picture shows. */
export const templateWords: Record<Template, { name: () => string; picture: () => string }> = {
	canvas: { name: m.toolkit_template_canvas, picture: m.toolkit_picture_canvas },
	'data-cycle': { name: m.toolkit_template_data_cycle, picture: m.toolkit_picture_data_cycle },
	'power-map': { name: m.toolkit_template_power_map, picture: m.toolkit_picture_power_map },
	'opinion-spectrum': {
		name: m.toolkit_template_opinion_spectrum,
		picture: m.toolkit_picture_opinion_spectrum
	},
	persona: { name: m.toolkit_template_persona, picture: m.toolkit_picture_persona },
	placard: { name: m.toolkit_template_placard, picture: m.toolkit_picture_placard },
	tactics: { name: m.toolkit_template_tactics, picture: m.toolkit_picture_tactics },
	play: { name: m.toolkit_template_play, picture: m.toolkit_picture_play },
	retrospective: { name: m.toolkit_template_retrospective, picture: m.toolkit_picture_retrospective },
	'community-map': { name: m.toolkit_template_community_map, picture: m.toolkit_picture_community_map },
	'free-lanes': { name: m.toolkit_template_free_lanes, picture: m.toolkit_picture_free_lanes }
};

export const sessionWords: Record<Session['key'], { name: () => string; what: () => string }> = {
	together: { name: m.toolkit_session_together, what: m.toolkit_session_together_what },
	see: { name: m.toolkit_session_see, what: m.toolkit_session_see_what },
	choose: { name: m.toolkit_session_choose, what: m.toolkit_session_choose_what },
	people: { name: m.toolkit_session_people, what: m.toolkit_session_people_what },
	act: { name: m.toolkit_session_act, what: m.toolkit_session_act_what },
	keep: { name: m.toolkit_session_keep, what: m.toolkit_session_keep_what }
};

export const progressNames: Record<Progress, () => string> = {
	empty: m.toolkit_progress_empty,
	begun: m.toolkit_progress_begun,
	agreed: m.toolkit_progress_agreed
};

export function pictureOf(template: Template | null): string {
	return template ? templateWords[template].picture() : m.toolkit_picture_none();
}

/** "10 minutes", with the plural of the language. */
export function minutesOf(minutes: number): string {
	const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
	return numberFormat(formatsIn(), unit).format(minutes);
}

/** "35 to 50 minutes"; one figure where both are the same. */
export function minutesSpan({ from, to }: { from: number; to: number }): string {
	return from === to ? minutesOf(to) : m.toolkit_span({ from, to: minutesOf(to) });
}

/** A whole session, to the half hour: "2 to 3 hours". */
export function hoursSpan({ from, to }: { from: number; to: number }): string {
	const unit = { style: 'unit', unit: 'hour', unitDisplay: 'long' } as const;
	const [least, longest] = [from, to].map((minutes) => Math.round(minutes / 30) / 2);
	const hours = (one: number) => numberFormat(formatsIn(), unit).format(one);
	if (least === longest) return hours(longest!);
	const plain = numberFormat(formatsIn()).format(least!);
	return m.toolkit_span({ from: plain, to: hours(longest!) });
}

export const peopleSpan = ({ from, to }: { from: number; to: number }): string =>
	m.toolkit_span_people({ from, to });

export const boxesOf = (boxes: readonly Box[]): string =>
	new Intl.ListFormat(formatsIn(), { type: 'unit' }).format(boxes.map((box) => boxNames[box]()));

/** The name of another language, in the reader's own: "English", "الإنجليزية". */
export function languageName(locale: string): string {
	return new Intl.DisplayNames([formatsIn()], { type: 'language' }).of(locale) ?? locale;
}
