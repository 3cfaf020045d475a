import type { Medium, QuestionKind, Severity, Shelf } from '#areas/forms';
import * as m from '#words';
import type { Need } from '../form/keeping.ts';
import type { ListName } from '../form/setting.ts';
import type { Audience } from '../starter-form.ts';

export const kindNames: Record<QuestionKind, () => string> = {
	'short-text': m.builder_kind_short_text,
	'long-text': m.builder_kind_long_text,
	choice: m.builder_kind_choice,
	several: m.builder_kind_several,
	'yes-no': m.builder_kind_yes_no,
	ranking: m.builder_kind_ranking,
	number: m.builder_kind_number,
	date: m.builder_kind_date,
	email: m.builder_kind_email,
	telephone: m.builder_kind_telephone,
	address: m.builder_kind_address,
	link: m.builder_kind_link,
	file: m.builder_kind_file,
	recording: m.builder_kind_recording,
	statement: m.builder_kind_statement
};

export const seenNames: Record<Audience, () => string> = {
	panel: m.builder_seen_panel,
	staff: m.builder_seen_staff,
	later: m.builder_seen_later,
	access: m.builder_seen_access
};

export const seenHelps: Record<Audience, () => string> = {
	panel: m.builder_seen_panel_help,
	staff: m.builder_seen_staff_help,
	later: m.builder_seen_later_help,
	access: m.builder_seen_access_help
};

export function seenName(word: string): string {
	return Object.hasOwn(seenNames, word) ? seenNames[word as Audience]() : word;
}

export const needNames: Record<Need, () => string> = {
	choosing: m.builder_need_choosing,
	contact: m.builder_need_contact,
	access: m.builder_need_access,
	programme: m.builder_need_programme,
	reporting: m.builder_need_reporting
};

export const mediaNames: { value: Medium; name: () => string }[] = [
	{ value: 'audio', name: m.builder_medium_audio },
	{ value: 'video', name: m.builder_medium_video },
	{ value: 'signed-video', name: m.builder_medium_signed }
];

export const listNames: Record<ListName, () => string> = {
	goals: m.builder_list_goals,
	kinds: m.builder_list_kinds,
	topics: m.builder_list_topics,
	regions: m.builder_list_regions
};

export const shelfNames: Record<Shelf, () => string> = {
	group: m.builder_shelf_group,
	change: m.builder_shelf_change,
	support: m.builder_shelf_support,
	'taking-part': m.builder_shelf_taking_part,
	care: m.builder_shelf_care,
	last: m.builder_shelf_last
};

export const severityNames: Record<Severity, () => string> = {
	serious: m.builder_severity_serious,
	mend: m.builder_severity_mend,
	consider: m.builder_severity_consider
};
export const severityLooks = { serious: 'bad', mend: 'plain', consider: 'quiet' } as const;

/** What a text of a question is, by its name in texts.ts. */
export function textName(name: string): string {
	if (name.endsWith('-title')) return m.builder_text_title();
	if (name.endsWith('-help') && /^(?:section|page)-/.test(name)) return m.builder_text_help();
	if (name.startsWith('option-help-'))
		return m.builder_text_option_help({ number: Number(name.slice(12)) + 1 });
	if (name.startsWith('option-')) return m.builder_text_option({ number: Number(name.slice(7)) + 1 });
	return ownTexts[name]?.() ?? name;
}

const ownTexts: Record<string, () => string> = {
	label: m.builder_field_label,
	help: m.builder_field_help,
	purpose: m.builder_field_purpose,
	whenMissing: m.builder_field_when_missing,
	keptFor: m.builder_text_kept
};
