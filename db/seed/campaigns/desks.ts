import { pagesOf, topics, type Campaign } from './campaign.ts';

/** Governance: parents want seats where it is decided what schools record. */
export const desks: Campaign = {
	reference: 'DKZ-348',
	locale: 'en',
	answers: pagesOf({
		group: 'Every Desk Counted',
		community:
			'Parents and carers of disabled children in Dundee whose children are sent home early, put on short days or asked to “have a rest” from school. Sixty families, and a group of eleven teenagers who meet by themselves.',
		change:
			'When a child is sent home informally it is not written down, so officially it does not happen. The council is buying a new pupil record system this year. We want parents and pupils to have four of the nine seats on the board that decides what the system records, what it leaves out, and who may look.',
		goals: ['ongoing-voice', 'collect-differently'],
		data: 'A record decides whether a child was excluded or was “unsettled”. It follows them to college. The people who choose the words have never been sent home. We do not want to look into other children’s records. We want to help decide what is kept about ours.',
		kind: 'governance',
		otherKinds: ['definition', 'protection'],
		stage: 'under-way',
		region: 'scotland',
		place: 'Dundee',
		lead: 'together',
		leadMore:
			'Parents and the teenagers have the same number of votes. A children’s charity lends us a room and keeps our money.',
		teach: [topics.councils, topics.people],
		learn: [topics.systems, topics.rights],
		access: 'Two of the teenagers use communication aids: send questions a day before. Quiet room, breaks.',
		help: ['talk'],
		heard: 'host',
		name: 'Ailsa Drummond',
		email: 'ailsa.drummond@example.org'
	}),
	equality: { age: 'from-40', disability: 'yes', ethnicity: 'white', gender: 'woman', background: 'no' }
};
