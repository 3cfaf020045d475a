import { notSure, option, said, type WellMade } from './well-made.ts';

/** What would help, when and how people can come, and what to be careful with. */
export const aboutTakingPart: readonly WellMade[] = [
	{
		id: 'help',
		shelf: 'support',
		use: 'programme',
		why: 'builder_why_help',
		ask: {
			kind: 'ranking',
			first: 3,
			options: [
				option('money', 'library_help_money'),
				option('learning', 'library_help_learning'),
				option('experts', 'library_help_experts'),
				option('contacts', 'library_help_contacts'),
				option('voice', 'library_help_voice')
			],
			label: said('library_help_label'),
			help: said('library_help_help')
		}
	},
	{
		id: 'money',
		shelf: 'support',
		use: 'choosing',
		why: 'builder_why_money',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_money_label'),
			help: said('library_money_help')
		}
	},
	{
		id: 'time',
		shelf: 'taking-part',
		use: 'programme',
		why: 'builder_why_time',
		ask: {
			kind: 'choice',
			options: [
				option('few', 'library_time_few'),
				option('some', 'library_time_some'),
				option('many', 'library_time_many'),
				notSure
			],
			label: said('library_time_label')
		}
	},
	{
		id: 'days',
		shelf: 'taking-part',
		use: 'programme',
		why: 'builder_why_days',
		ask: {
			kind: 'several',
			options: [
				option('morning', 'library_days_morning'),
				option('afternoon', 'library_days_afternoon'),
				option('evening', 'library_days_evening'),
				option('weekend', 'library_days_weekend'),
				option('changes', 'library_days_changes')
			],
			label: said('library_days_label'),
			help: said('library_select_all')
		}
	},
	{
		id: 'meet',
		shelf: 'taking-part',
		use: 'programme',
		why: 'builder_why_meet',
		ask: {
			kind: 'choice',
			options: [
				option('online', 'library_meet_online'),
				option('person', 'library_meet_person'),
				option('either', 'library_meet_either'),
				option('depends', 'library_meet_depends')
			],
			label: said('library_meet_label')
		}
	},
	{
		id: 'language',
		shelf: 'taking-part',
		use: 'programme',
		why: 'builder_why_language',
		ask: {
			kind: 'short-text',
			maxWords: 10,
			label: said('library_language_label'),
			help: said('library_language_help')
		}
	},
	{
		id: 'reach',
		shelf: 'taking-part',
		use: 'contact',
		why: 'builder_why_reach',
		ask: {
			kind: 'choice',
			options: [
				option('email', 'library_reach_email'),
				option('call', 'library_reach_call'),
				option('text', 'library_reach_text'),
				option('other', 'library_reach_other')
			],
			label: said('library_reach_label')
		}
	},
	{
		id: 'address',
		shelf: 'taking-part',
		use: 'contact',
		why: 'builder_why_address',
		ask: {
			kind: 'short-text',
			maxWords: 10,
			label: said('library_address_label'),
			help: said('library_address_help'),
			personal: true
		}
	},
	{
		id: 'bring',
		shelf: 'care',
		use: 'programme',
		why: 'builder_why_bring',
		ask: {
			kind: 'yes-no',
			reason: 'yes',
			maxWords: 50,
			label: said('library_bring_label'),
			help: said('library_bring_help'),
			personal: true
		}
	},
	{
		id: 'costs',
		shelf: 'care',
		use: 'programme',
		why: 'builder_why_costs',
		ask: {
			kind: 'several',
			options: [
				option('travel', 'library_costs_travel'),
				option('care', 'library_costs_care'),
				option('interpreting', 'library_costs_interpreting'),
				option('internet', 'library_costs_internet'),
				option('pay', 'library_costs_pay'),
				option('none', 'library_costs_none')
			],
			label: said('library_costs_label'),
			help: said('library_costs_help'),
			personal: true
		}
	},
	{
		id: 'named',
		shelf: 'care',
		use: 'programme',
		why: 'builder_why_named',
		ask: {
			kind: 'choice',
			options: [
				option('yes', 'library_named_yes'),
				option('ask', 'library_named_ask'),
				option('no', 'library_named_no'),
				notSure
			],
			label: said('library_named_label'),
			help: said('library_named_help')
		}
	},
	{
		id: 'harm',
		shelf: 'care',
		use: 'choosing',
		why: 'builder_why_harm',
		ask: {
			kind: 'long-text',
			maxWords: 100,
			label: said('library_harm_label'),
			help: said('library_harm_help')
		}
	},
	{
		id: 'know',
		shelf: 'care',
		use: 'choosing',
		why: 'builder_why_know',
		ask: {
			kind: 'yes-no',
			reason: 'yes',
			maxWords: 50,
			label: said('library_know_label'),
			help: said('library_know_help'),
			personal: true
		}
	},
	{
		id: 'adults',
		shelf: 'care',
		use: 'programme',
		why: 'builder_why_adults',
		ask: {
			kind: 'choice',
			options: [option('yes', 'library_adults_yes'), option('no', 'library_adults_no'), notSure],
			label: said('library_adults_label'),
			help: said('library_adults_help')
		}
	},
	{
		id: 'anything',
		shelf: 'last',
		use: 'choosing',
		why: 'builder_why_anything',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_anything_label'),
			help: said('library_anything_help')
		}
	}
];
