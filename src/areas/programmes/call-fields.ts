import * as m from '#words';
import { locales } from '#words/addresses';
import { nameOfLanguage } from '#words/tongues';
import { changeGoals } from './campaign.ts';
import { usualDraftDays, usualMonths } from './call-keep.ts';
import type { Part } from './call-gaps.ts';
import { goalNames } from './call-words.ts';

/** A field of the desk's form, named as the part of the content that it writes: "content.selection.ties". */
export type Asked = {
	name: string;
	label: string;
	help?: string;
	kind: 'line' | 'text' | 'lines' | 'number' | 'email' | 'several' | 'choice' | 'select' | 'ticked';
	options?: { value: string; label: string }[];
	/** May stay empty without anybody missing it. */
	optional?: boolean;
	decimal?: boolean;
	rows?: number;
};

/** Several rows of the same fields; or, for kinds of campaign, one row for each kind. */
export type AskedRows = { name: string; legend: string; rowName: string; fields: Asked[]; addMore: boolean };

export type WrittenPart = Exclude<Part, 'dates' | 'terms'>;
export type Asking = { fields: Asked[]; rows?: AskedRows };

export const partNames: Record<Part, () => string> = {
	about: m.call_desk_part_about,
	campaigns: m.call_desk_part_campaigns,
	who: m.call_desk_part_who,
	offer: m.call_desk_part_offer,
	money: m.call_desk_part_money,
	time: m.call_desk_part_time,
	choice: m.call_desk_part_choice,
	terms: m.terms_desk_title,
	keeping: m.call_desk_part_keeping,
	contact: m.call_desk_part_contact,
	dates: m.call_desk_part_dates
};

export function isWrittenPart(word: string): word is WrittenPart {
	return word in asking;
}

export function askedIn(part: WrittenPart): Asking {
	return asking[part]();
}

const asking: Record<WrittenPart, () => Asking> = {
	about: () => ({
		fields: [
			line('name', m.call_desk_name(), { help: m.call_desk_name_help() }),
			line('host', m.call_desk_host(), { help: m.call_desk_host_help(), optional: true }),
			line('form', m.call_desk_form(), { help: m.call_desk_form_help(), optional: true }),
			text('summary', m.call_desk_summary(), { help: m.call_desk_summary_help(), optional: true, rows: 2 }),
			text('purpose', m.call_desk_purpose(), { help: m.call_desk_purpose_help(), rows: 10 }),
			{ ...field('choice', 'language', m.call_desk_language()), options: languages() },
			{ ...field('ticked', 'discreet', m.call_desk_discreet()), help: m.call_desk_discreet_help() }
		]
	}),
	campaigns: () => ({
		fields: [
			{
				...field('several', 'changeGoals', m.call_desk_goals()),
				help: m.call_desk_goals_help(),
				options: changeGoals.map((value) => ({
					value,
					label: goalNames[value].name(),
					help: goalNames[value].is()
				}))
			},
			lines('otherGoals', m.call_desk_other_goals(), { optional: true })
		]
	}),
	who: () => ({
		fields: [
			lines('eligibility.must', m.call_desk_must(), { help: m.call_desk_must_help() }),
			lines('eligibility.welcome', m.call_desk_welcome(), { optional: true }),
			lines('eligibility.not', m.call_desk_not(), { help: m.call_desk_not_help() })
		]
	}),
	offer: () => ({
		fields: [
			lines('offer.support', m.call_desk_support()),
			lines('topics', m.call_desk_topics(), { help: m.call_desk_topics_help() }),
			lines('offer.outcomes', m.call_desk_outcomes(), { optional: true }),
			text('offer.adaptations', m.call_desk_adaptations(), { optional: true })
		],
		rows: {
			name: 'offer.sessions',
			legend: m.call_desk_sessions(),
			rowName: m.call_desk_session(),
			addMore: true,
			fields: [
				number('count', m.call_desk_session_count()),
				{ ...field('select', 'mode', m.call_desk_session_mode()), options: modes() },
				line('place', m.call_desk_session_place()),
				line('when', m.call_desk_session_when()),
				line('about', m.call_desk_session_about())
			]
		}
	}),
	money: () => ({
		fields: [
			number('stipend.amount', m.call_desk_amount(), { help: m.call_desk_amount_help(), decimal: true }),
			line('stipend.currency', m.call_desk_currency(), { help: m.call_desk_currency_help() }),
			lines('stipend.instalments', m.call_desk_instalments(), { optional: true }),
			text('stipend.note', m.call_desk_money_note(), { optional: true }),
			lines('expenses', m.call_desk_expenses(), { optional: true }),
			number('cost', m.call_desk_cost(), { help: m.call_desk_cost_help(), decimal: true })
		]
	}),
	time: () => ({
		fields: [
			number('time.hoursPerMonth', m.call_desk_hours(), { decimal: true }),
			text('time.note', m.call_desk_time_note(), { optional: true }),
			number('places.min', m.call_desk_places_min(), { optional: true }),
			number('places.max', m.call_desk_places_max()),
			lines('reporting', m.call_desk_reporting(), { optional: true })
		]
	}),
	choice: () => ({
		fields: [
			text('selection.rule', m.call_desk_rule(), { rows: 3 }),
			lines('selection.rules', m.call_desk_rules(), { help: m.call_desk_rules_help(), optional: true }),
			text('selection.ties', m.call_desk_ties(), { rows: 3 }),
			text('selection.whoDecides', m.call_desk_who_decides(), {
				help: m.call_desk_who_decides_help(),
				rows: 3
			})
		],
		rows: {
			name: 'selection.criteria',
			legend: m.call_desk_criteria(),
			rowName: m.call_desk_criterion_name(),
			addMore: true,
			fields: [
				line('name', m.call_desk_criterion_name()),
				text('about', m.call_desk_criterion_about(), { rows: 2 }),
				number('weight', m.call_desk_criterion_weight(), {
					help: m.call_desk_criterion_weight_help(),
					decimal: true
				}),
				lines('anchors', m.terms_desk_anchors(), {
					help: m.terms_desk_anchors_help(),
					optional: true,
					rows: 4
				}),
				{
					...field('select', 'use', m.terms_desk_use()),
					options: [
						{ value: '', label: m.terms_desk_use_summed() },
						{ value: 'shown', label: m.terms_desk_use_shown() }
					]
				}
			]
		}
	}),
	keeping: () => ({
		fields: [
			text('keep.what', m.call_desk_keep_what(), { rows: 6 }),
			number('keep.months', m.call_desk_keep_months(), {
				help: m.call_desk_keep_months_help({ usual: usualMonths })
			}),
			number('keep.draftDays', m.call_desk_keep_drafts(), {
				help: m.call_desk_keep_drafts_help({ usual: usualDraftDays }),
				optional: true
			})
		]
	}),
	contact: () => ({
		fields: [
			line('contact.name', m.call_desk_contact_name(), { optional: true }),
			{
				...field('email', 'contact.email', m.call_desk_contact_email()),
				help: m.call_desk_contact_email_help()
			},
			line('contact.note', m.call_desk_contact_note(), {
				help: m.call_desk_contact_note_help(),
				optional: true
			}),
			lines('funders', m.call_desk_funders())
		]
	})
};

type More = Partial<Omit<Asked, 'name' | 'label' | 'kind'>>;

function field(kind: Asked['kind'], name: string, label: string, more: More = {}): Asked {
	return { kind, name, label, ...more };
}

function line(name: string, label: string, more?: More): Asked {
	return field('line', name, label, more);
}

function text(name: string, label: string, more?: More): Asked {
	return field('text', name, label, more);
}

function lines(name: string, label: string, more?: More): Asked {
	const help = [more?.help, m.call_desk_lines_help()].filter(Boolean).join(' ');
	return field('lines', name, label, { ...more, help });
}

function number(name: string, label: string, more?: More): Asked {
	return field('number', name, label, more);
}

function modes(): { value: string; label: string }[] {
	return [
		{ value: '', label: m.call_desk_mode_none() },
		{ value: 'face-to-face', label: m.call_desk_mode_face_to_face() },
		{ value: 'online', label: m.call_desk_mode_online() },
		{ value: 'hybrid', label: m.call_desk_mode_hybrid() }
	];
}

function languages(): { value: string; label: string }[] {
	return locales.map((value) => ({ value, label: nameOfLanguage(value) }));
}
