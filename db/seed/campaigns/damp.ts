import { pagesOf, topics, type Campaign } from './campaign.ts';

/** Access: tenants ask to see what the landlord's inspections found. */
export const damp: Campaign = {
	reference: 'DMP-274',
	locale: 'en',
	answers: pagesOf({
		group: 'Damp Doesn’t Lie',
		community:
			'Tenants of the Fell Lane towers in Keighley: 212 flats, many families with small children, several languages. We began in the laundry room after three children on one landing got asthma inhalers in the same month. About forty of us come to meetings, and everybody reads the noticeboard.',
		change:
			'Our housing association sends a surveyor to every flat once a year. We never see what he writes down. When somebody complains, they are told that the flat “passed”. We want every tenant to be sent the report on their own flat, and the counts for each tower put up in the entrance, so that nobody has to prove again what was found already.',
		goals: ['community-data-counted', 'ongoing-voice'],
		data: 'The inspections are data about our homes and our health. Six people at head office can read them, and they decide which repairs are done first. If we could see them, we could show which stairwells are worst and whether “passed” means dry. We do not need a database. We need them to open theirs.',
		kind: 'access',
		otherKinds: ['governance'],
		stage: 'under-way',
		region: 'yorkshire',
		place: 'Keighley',
		lead: 'affected',
		leadMore:
			'Everything is decided at the Tuesday meeting, by hands. Two of us speak for the group and change every three months.',
		teach: [topics.people],
		learn: [topics.rights, topics.councils, topics.media],
		more: 'We can show how to hold a meeting in four languages.',
		access: 'One of us uses a wheelchair. Meetings after half past three, when school is out.',
		heard: 'event',
		name: 'Shazia Mahmood',
		email: 'shazia.mahmood@example.org'
	}),
	equality: { age: 'from-40', disability: 'no', ethnicity: 'asian', gender: 'woman', background: 'yes' }
};
