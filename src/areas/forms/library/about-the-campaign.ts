import { notSure, option, said, type WellMade } from './well-made.ts';

/** Who is asking, and what they want to change. */
export const aboutTheCampaign: readonly WellMade[] = [
	{
		id: 'since',
		shelf: 'group',
		use: 'choosing',
		why: 'builder_why_since',
		ask: {
			kind: 'choice',
			options: [
				option('new', 'library_since_new'),
				option('some', 'library_since_some'),
				option('long', 'library_since_long'),
				option('not-yet', 'library_since_not_yet'),
				notSure
			],
			label: said('library_since_label')
		}
	},
	{
		id: 'size',
		shelf: 'group',
		use: 'choosing',
		why: 'builder_why_size',
		ask: {
			kind: 'choice',
			options: [
				option('few', 'library_size_few'),
				option('some', 'library_size_some'),
				option('many', 'library_size_many'),
				option('more', 'library_size_more'),
				notSure
			],
			label: said('library_size_label'),
			help: said('library_size_help')
		}
	},
	{
		id: 'decide',
		shelf: 'group',
		use: 'choosing',
		why: 'builder_why_decide',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_decide_label'),
			help: said('library_decide_help')
		}
	},
	{
		id: 'kind',
		shelf: 'group',
		use: 'reporting',
		why: 'builder_why_kind',
		ask: {
			kind: 'choice',
			options: [
				option('informal', 'library_kind_informal'),
				option('charity', 'library_kind_charity'),
				option('social', 'library_kind_social'),
				option('members', 'library_kind_members'),
				option('other', 'library_kind_other')
			],
			label: said('library_kind_label')
		}
	},
	{
		id: 'now',
		shelf: 'change',
		use: 'choosing',
		why: 'builder_why_now',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_now_label'),
			help: said('library_now_help')
		}
	},
	{
		id: 'power',
		shelf: 'change',
		use: 'choosing',
		why: 'builder_why_power',
		ask: {
			kind: 'long-text',
			maxWords: 100,
			label: said('library_power_label'),
			help: said('library_power_help')
		}
	},
	{
		id: 'tried',
		shelf: 'change',
		use: 'choosing',
		why: 'builder_why_tried',
		ask: {
			kind: 'long-text',
			maxWords: 200,
			label: said('library_tried_label'),
			help: said('library_tried_help')
		}
	},
	{
		id: 'success',
		shelf: 'change',
		use: 'choosing',
		why: 'builder_why_success',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_success_label'),
			help: said('library_success_help')
		}
	},
	{
		id: 'obstacles',
		shelf: 'change',
		use: 'choosing',
		why: 'builder_why_obstacles',
		ask: {
			kind: 'long-text',
			maxWords: 150,
			label: said('library_obstacles_label'),
			help: said('library_obstacles_help')
		}
	}
];
