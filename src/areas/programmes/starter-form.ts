import {
	media,
	type MessageKey,
	type Question,
	type Section,
	type StoredForm,
	type Words
} from '#areas/forms';
import { documents } from '#shared/file-kinds';
import type { CallContent } from './call.schema.ts';
import { helpToApply, leaders, regionOptions, stages, waysOfHearing } from './starter-options.ts';

/**
 * Who reads an answer. `panel`: staff and, one day, panellists. `staff`: host staff. `later`: staff, once the day of
 * decisions that the call names is over. `access`: those named for arranging access, until the date the applicant
 * sets, and never in a list or a table.
 */
export const audiences = ['panel', 'staff', 'later', 'access'] as const;
export type Audience = (typeof audiences)[number];

/**
 * The form that every call begins with: people and the change first, data after them as a lever. What depends on the
 * call is put in when it is read (form/setting.ts).
 */
export function starterForm({ content, zone }: { content: CallContent; zone: string }): StoredForm<Audience> {
	return {
		format: 1,
		main: content.language,
		others: [],
		sections: [people, change, data, campaign(zone), learning, takingPart, recording, contact]
	};
}

const words = (message: MessageKey): Words => ({ message });
/** What uses an answer. Each of these goes on as long as an application is kept; whoever builds a form may ask for less. */
const toChoose = ['choosing', 'reporting'] as const;
const toReport = ['reporting'] as const;
const toArrange = ['access', 'contact'] as const;
const toReach = ['contact'] as const;
/** Answers that a recording may stand in for. */
const orRecorded = ['recording-link', 'recording-file', 'letter'] as const;

const people: Section<Audience> = {
	key: 'people',
	title: words('apply_people_title'),
	pages: [
		alone({ key: 'group', kind: 'short-text', maxWords: 20, required: true, seenBy: 'panel', neededBy: toChoose, autocomplete: 'organization', label: words('apply_group_label'), help: words('apply_group_help') }),
		alone({ key: 'community', kind: 'long-text', maxWords: 200, required: true, unless: orRecorded, seenBy: 'panel', neededBy: toChoose, label: words('apply_community_label'), help: words('apply_community_help') })
	]
}; // prettier-ignore

const change: Section<Audience> = {
		key: 'change',
		title: words('apply_change_title'),
		pages: [
			alone({ key: 'change', kind: 'long-text', maxWords: 250, required: true, unless: orRecorded, seenBy: 'panel', neededBy: toChoose, label: words('apply_change_label'), help: words('apply_change_help') }),
			alone({ key: 'goals', kind: 'several', options: [], optionsFrom: 'goals', required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_goals_label'), help: words('apply_select_all') })
		]
	}; // prettier-ignore

const data: Section<Audience> = {
		key: 'data',
		title: words('apply_data_title'),
		pages: [
			alone({ key: 'data', kind: 'long-text', maxWords: 250, required: true, unless: orRecorded, seenBy: 'panel', neededBy: toChoose, label: words('apply_data_label'), help: words('apply_data_help') }),
			alone({ key: 'kind', kind: 'choice', options: [], optionsFrom: 'kinds', required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_kind_label'), help: words('apply_kind_help') }),
			alone({ key: 'other-kinds', kind: 'several', options: [], optionsFrom: 'kinds', seenBy: 'panel', neededBy: toChoose, label: words('apply_other_kinds_label'), help: words('apply_select_all') })
		]
	}; // prettier-ignore

function campaign(zone: string): Section<Audience> {
	const region: Question<Audience>[] = regionOptions(zone).length
		? [{ key: 'region', kind: 'choice', list: true, options: [], optionsFrom: 'regions', required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_region_label') }]
		: []; // prettier-ignore
	return {
		key: 'campaign',
		title: words('apply_campaign_title'),
		pages: [
			alone({ key: 'stage', kind: 'choice', options: stages, required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_stage_label') }),
			{ key: 'where', title: words('apply_where_title'), questions: [...region, { key: 'place', kind: 'short-text', maxWords: 30, required: !region.length, seenBy: 'panel', neededBy: toChoose, label: words('apply_place_label'), help: words('apply_place_help') }] },
			{ key: 'lead', title: words('apply_lead_title'), questions: [
				{ key: 'lead', kind: 'choice', options: leaders, required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_lead_label') },
				{ key: 'lead-more', kind: 'long-text', maxWords: 100, rows: 4, seenBy: 'panel', neededBy: toChoose, label: words('apply_lead_more_label') }
			] }
		]
	}; // prettier-ignore
}

const learning: Section<Audience> = {
		key: 'learning',
		title: words('apply_learning_title'),
		pages: [
			{ key: 'learning', title: words('apply_learning_title'), help: words('apply_learning_help'), questions: [
				{ key: 'teach', kind: 'several', options: [], optionsFrom: 'topics', seenBy: 'panel', neededBy: toChoose, label: words('apply_teach_label'), help: words('apply_teach_help') },
				{ key: 'learn', kind: 'several', options: [], optionsFrom: 'topics', required: true, seenBy: 'panel', neededBy: toChoose, label: words('apply_learn_label'), help: words('apply_select_all') },
				{ key: 'learning-more', kind: 'short-text', maxWords: 50, seenBy: 'panel', neededBy: toChoose, label: words('apply_learning_more_label') }
			] }
		]
	}; // prettier-ignore

const takingPart: Section<Audience> = {
		key: 'taking-part',
		title: words('apply_taking_title'),
		pages: [
			{ key: 'access', title: words('apply_access_title'), questions: [
				{ key: 'access', kind: 'long-text', maxWords: 200, seenBy: 'access', neededBy: toArrange, personal: true, keptFor: words('apply_access_seen'), label: words('apply_access_label'), help: words('apply_access_help') },
				{ key: 'access-until', kind: 'date', least: '2020-01-01', seenBy: 'access', neededBy: toArrange, label: words('apply_access_until_label'), help: words('apply_access_until_help') }
			] },
			alone({ key: 'help', kind: 'several', options: helpToApply, seenBy: 'staff', neededBy: toReport, label: words('apply_help_label'), help: words('apply_help_help'), keptFor: words('apply_help_now') }),
			alone({ key: 'heard', kind: 'choice', options: waysOfHearing, seenBy: 'staff', neededBy: toReport, label: words('apply_heard_label') })
		]
	}; // prettier-ignore

const recording: Section<Audience> = {
	key: 'recording',
	title: words('apply_recording_title'),
	pages: [
		{ key: 'recording', title: words('apply_recording_title'), help: words('apply_recording_help'), questions: [
			{ key: 'recording-link', kind: 'link', seenBy: 'panel', neededBy: toChoose, label: words('apply_recording_link_label'), help: words('apply_recording_link_help') },
			{ key: 'recording-file', kind: 'recording', media, mostMegabytes: 200, seenBy: 'panel', neededBy: toChoose, personal: true, label: words('upload_recording_label'), help: words('upload_recording_help') },
			{ key: 'recording-words', kind: 'long-text', rows: 4, seenBy: 'panel', neededBy: toChoose, personal: true, label: words('upload_transcript_label'), help: words('upload_transcript_help') },
			{ key: 'letter', kind: 'file', accept: documents, mostMegabytes: 10, seenBy: 'panel', neededBy: toChoose, personal: true, label: words('upload_letter_label'), help: words('upload_letter_help') }
		] }
	]
}; // prettier-ignore

const contact: Section<Audience> = {
	key: 'contact',
	title: words('apply_contact_title'),
	pages: [
		{ key: 'contact', title: words('apply_contact_title'), help: words('apply_contact_help'), questions: [
			{ key: 'contact-name', kind: 'short-text', maxWords: 20, autocomplete: 'name', required: true, seenBy: 'staff', neededBy: toReach, personal: true, label: words('apply_contact_name_label') },
			{ key: 'email', kind: 'email', required: true, unless: ['telephone'], whenMissing: words('apply_reach_missing'), seenBy: 'staff', neededBy: toReach, personal: true, label: words('apply_email_label'), help: words('apply_email_help') },
			{ key: 'telephone', kind: 'telephone', seenBy: 'staff', neededBy: toReach, personal: true, label: words('apply_telephone_label'), help: words('apply_telephone_help') }
		] },
		{ key: 'agree', title: words('apply_agree_title'), questions: [
			{ key: 'agree', kind: 'statement', required: true, whenMissing: words('apply_agree_missing'), seenBy: 'staff', label: words('apply_agree_label'), help: words('apply_agree_help') }
		] }
	]
}; // prettier-ignore

/** A page of one question, whose label is the heading. */
function alone(question: Question<Audience>) {
	return { key: question.key, questions: [question] };
}
