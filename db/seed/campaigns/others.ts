import { pagesOf, topics, type Campaign } from './campaign.ts';

/** A draft of somebody who was given more time. */
export const fairWait: Campaign = {
	reference: 'FRW-427',
	locale: 'en',
	answers: (({ group, community, change, goals, where, contact }) => ({
		group,
		community,
		change,
		goals,
		where,
		contact
	}))(
		pagesOf({
			group: 'Fair Wait',
			community:
				'Adults in Plymouth who have waited more than two years to be assessed for autism or ADHD. We met in the queue, so to speak.',
			change:
				'The waiting list is ranked by a form that a computer reads. We want to know what moves people up and',
			goals: ['ongoing-voice'],
			data: '',
			kind: 'access',
			stage: 'idea',
			region: 'south-west',
			place: 'Plymouth',
			lead: 'affected',
			teach: [],
			learn: [],
			name: 'Robin Tregear',
			email: 'robin.tregear@example.org'
		})
	) as Campaign['answers']
};

/** Sent, then taken back: the council gave in first. */
export const nightBus: Campaign = {
	reference: 'NGT-783',
	locale: 'en',
	answers: pagesOf({
		group: 'The Night Bus Book',
		community: 'Cleaners, carers and kitchen staff who go home after midnight in Hull.',
		change:
			'The 3am bus was cut because “nobody uses it”. The count was taken on a Tuesday in August. We want it counted again, by us and them together, on the nights when we work.',
		goals: ['collect-differently'],
		data: 'One badly made count decided it. Whoever chooses when to count decides what is found.',
		kind: 'counterdata',
		stage: 'under-way',
		region: 'yorkshire',
		place: 'Hull',
		lead: 'union',
		teach: [topics.people],
		learn: [topics.councils],
		name: 'Danuta Wolski',
		email: 'danuta.wolski@example.org'
	})
};

/** Told on the telephone, and typed up by a member of staff word for word. */
export const elders: Campaign = {
	reference: 'HBR-654',
	locale: 'en',
	answers: pagesOf({
		group: 'Harbour Street Elders',
		community:
			'We are nineteen pensioners in Grimsby on one street with prepayment meters, and we look in on each other.',
		change:
			'When a meter runs out, the company writes down that the customer “chose not to top up”. Nobody chose. We want that box off the form, and a number published: how many homes went cold, for how long.',
		goals: ['collect-differently', 'other'],
		data: 'It is one box on a form. It makes a cold house into a choice, and then the regulator counts choices.',
		kind: 'definition',
		stage: 'idea',
		region: 'yorkshire',
		place: 'Grimsby',
		lead: 'affected',
		teach: [topics.people],
		learn: [topics.media, topics.systems],
		access: 'Telephone, not email. Large print. Nothing before ten in the morning.',
		help: ['had', 'type'],
		name: 'Winifred Blanchard',
		telephone: '01632 960 402'
	}),
	equality: { age: 'from-60', disability: 'yes', ethnicity: 'white', gender: 'woman', background: 'yes' }
};

/** Somebody opened the door, wrote a name, and has not been back. */
export const kettle: Campaign = {
	reference: 'KTT-239',
	locale: 'en',
	answers: { group: { group: 'Kettle Club' } }
};

/** Of the year before. */
export const pantry: Campaign = {
	reference: 'PNT-378',
	locale: 'en',
	answers: pagesOf({
		group: 'The Pantry Door',
		community: 'People who use a food pantry in Stockport, and the volunteers, who were users before.',
		change:
			'To get a parcel you had to give your name, your benefits and your immigration status to a shared list. We want a pantry where hunger is the only question.',
		goals: ['stop-or-modify'],
		data: 'Seven organisations could read the list. Nobody knew when anything was deleted. Nothing was.',
		kind: 'protection',
		stage: 'under-way',
		region: 'north-west',
		place: 'Stockport',
		lead: 'affected',
		teach: [topics.people],
		learn: [topics.rights],
		name: 'Comfort Asante',
		email: 'comfort.asante@example.org'
	})
};

/** Of the year before. */
export const soundings: Campaign = {
	reference: 'RVR-865',
	locale: 'en',
	answers: pagesOf({
		group: 'River Soundings',
		community: 'Swimmers, anglers and a primary school on the Teme.',
		change: 'We want our water tests accepted when the agency decides whether the river is fit to bathe in.',
		goals: ['community-data-counted'],
		data: 'The agency tests four times a year. We test every Saturday. Theirs counts and ours does not.',
		kind: 'counterdata',
		stage: 'won-some',
		region: 'west-midlands',
		place: 'Ludlow',
		lead: 'community-group',
		teach: [topics.own],
		learn: [topics.councils],
		name: 'Oluwaseun Bright',
		email: 'seun.bright@example.org'
	})
};

/** Of the year before: a draft that nobody sent, deleted when its time came. */
export const unsent: Campaign = {
	reference: 'TRN-546',
	locale: 'en',
	answers: { group: { group: 'Turnstile' }, contact: { 'contact-name': 'Pip', email: 'pip@example.org' } }
};
