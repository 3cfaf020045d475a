import type { reviseCall } from '#areas/programmes/server';
import { topics } from './campaigns/campaign.ts';

type Content = NonNullable<Parameters<typeof reviseCall>[1]['content']>;

const kinds = [
	{
		kind: 'access',
		example: 'Tenants ask to be sent what inspectors wrote about their own homes.'
	},
	{
		kind: 'definition',
		example: 'Carers ask that whoever cares for ten hours a week is counted as a carer.'
	},
	{ kind: 'protection', example: 'Couriers ask that nobody loses their work by a score alone.' },
	{
		kind: 'governance',
		example: 'Parents ask for seats where it is decided what schools write down about children.'
	},
	{
		kind: 'counterdata',
		example: 'People who wheel and walk ask that their own count of near misses is taken as evidence.'
	}
] satisfies Content['kinds'];

/** The open call: nothing that a reader would look for is missing. */
export const countedIn = {
	name: 'Counted In',
	host: 'Tallyhouse',
	form: 'campaign programme',
	summary:
		'Six months of company, advice and money for communities who want data about them to be collected, used or governed differently.',
	purpose:
		'Somebody counts you, scores you or maps you, and decides by it. You know that the count is wrong, or that it is none of their business, or that you should have been asked.\n\nCounted In is for communities who want to change that. Five campaigns work side by side for six months. You bring the change that you want and the people who want it. We bring money, people who have done it before, and four other campaigns to compare notes with.',
	changeGoals: ['collect-differently', 'stop-or-modify', 'ongoing-voice', 'community-data-counted'],
	kinds,
	eligibility: {
		must: [
			'Your campaign is led by the people whom the data is about',
			'You want somebody with power to change what they do with data',
			'You are in England, Scotland, Wales or Northern Ireland'
		],
		welcome: [
			'Groups without a bank account, an office or an email address',
			'People who have never run a campaign before',
			'Applications in Welsh'
		],
		not: [
			'Help to make maps, charts or an app for a campaign on something else',
			'Research about a community by somebody else'
		]
	},
	offer: {
		sessions: [
			{
				count: 2,
				mode: 'face-to-face',
				place: 'Wrexham',
				when: 'a weekend at the beginning and one at the end',
				about: ''
			},
			{
				count: 6,
				mode: 'online',
				place: '',
				when: 'a Thursday evening each month',
				about: 'one campaign asks, the others answer'
			}
		],
		support: [
			'One-to-one advice from a campaigner, a lawyer or a statistician, whom you choose',
			'Somebody to ring when it gets heavy'
		],
		outcomes: ['A demand, put to a named person, with your community behind it'],
		adaptations:
			'Tell us what would help, not why. Rooms are step-free, there are breaks each hour, and every session has a quiet room.'
	},
	expenses: ['Travel, paid before you travel', 'Care for whoever you care for', 'Interpreters'],
	stipend: {
		amount: 4000,
		currency: 'GBP',
		instalments: ['half at the start', 'half after three months'],
		note: 'Spend it on whatever the campaign needs, food and rent included.'
	},
	cost: 0,
	time: { hoursPerMonth: 6, note: 'For two people of your group; you can take turns.' },
	places: { min: 4, max: 5 },
	topics: Object.values(topics),
	selection: {
		rule: 'Five campaigns who can learn most from each other, not the five best written applications.',
		criteria: [
			{
				name: 'The change',
				about: 'It is clear who should do what differently.',
				weight: 60,
				anchors: [
					'2: It says that something is wrong.',
					'6: It says what should be different.',
					'10: It says who decides, and what they should do.'
				]
			},
			{
				name: 'The people',
				about: 'Those whom it is about decide.',
				weight: 40,
				anchors: ['2: It is about people who were not asked.', '10: Those whom it is about decide.']
			},
			{
				name: 'The company',
				about: 'What you could teach and learn.',
				use: 'shown',
				anchors: ['5: They know what they want to learn.']
			}
		],
		rules: [
			'At least one campaign from Scotland, Wales or Northern Ireland',
			'At least two of different kinds'
		],
		ties: 'A lottery, drawn in front of whoever wants to watch.',
		whoDecides:
			'Two of us and three people from last year’s campaigns. Whoever knows an applicant leaves the room.'
	},
	terms: {
		readers: 3,
		names: 'discussion',
		parts: { difference: 40, match: 35, score: 25 },
		attributes: [
			{ question: 'kind', weight: 40 },
			{ question: 'region', weight: 30 },
			{ question: 'stage', weight: 30 }
		],
		leastScore: 4,
		quotas: [
			{ of: 'kind=counterdata', max: 2, why: 'We are known for it, and want others to come, too.' },
			{ of: 'lead=affected', min: 2, why: 'Those whom it is about know it best.' }
		],
		notAlone: [{ of: 'stage=idea' }],
		lots: 'drawn',
		band: 1,
		reserves: 3,
		quorum: 3,
		chair: ['breaks-ties', 'ends-phases']
	},
	keep: {
		what: 'If you are not chosen, we keep what you sent for half a year, so that we can tell you why and invite you again.',
		months: 6,
		draftDays: 60
	},
	reporting: ['One short blog post at the end. Nothing else.'],
	funders: ['The Lantern Street Fund'],
	contact: {
		name: 'Idris Okafor',
		email: 'idris@example.org',
		note: 'Ring 01632 960 500 on weekdays, and apply by telephone if you like.'
	}
} satisfies Content;

/** The year before: shorter, and over. */
export const pilot = {
	...countedIn,
	name: 'Counted In, the first year',
	summary: 'The first five campaigns: what we tried out, and what they won.',
	stipend: { ...countedIn.stipend, amount: 2500 },
	keep: { ...countedIn.keep, months: 24 }
} satisfies Content;

/** Begun on a Friday afternoon, and waiting for Monday. */
export const apprenticeship = {
	summary: 'For people who want to sit on the boards that decide about data on their community.',
	purpose:
		'Boards that decide about data keep empty chairs for “lived experience”. We want people in them who know how to stay.',
	changeGoals: ['ongoing-voice'],
	eligibility: { must: ['You would be the first from your community on that board'], welcome: [], not: [] }
} satisfies Content;
