import { pagesOf, topics, type Campaign } from './campaign.ts';

/** Protection: couriers want a score that locks them out to be stopped, or to be theirs to answer. */
export const riders: Campaign = {
	reference: 'RDR-536',
	locale: 'en',
	answers: pagesOf({
		group: 'Riders’ Ledger',
		community:
			'People who deliver food by bike and moped in Leeds and Sheffield. Most of us came from somewhere else, most rent, and all of us know somebody whose app stopped one morning without a word. We are 130 in a group chat and a dozen who turn up under the bridge on Mondays.',
		change:
			'The app gives each of us a score. When it falls below a line that nobody has told us, the account is switched off. There is nobody to ask and no way back. We want switching off by score alone to end: a person has to look, say why in words, and hear our side within three days.',
		goals: ['stop-or-modify', 'ongoing-voice'],
		data: 'The score is made from where we are, how long we stand still, and what customers press. It counts a hill as slowness and a broken lift as refusing. It is data about us that is used against us, and we are not allowed to see it. That is what has to stop.',
		kind: 'protection',
		otherKinds: ['access', 'counterdata'],
		stage: 'won-some',
		region: 'yorkshire',
		place: 'Leeds and Sheffield',
		lead: 'affected',
		leadMore: 'Riders only. A solicitor and a lecturer help when we ask them, and do not vote.',
		teach: [topics.systems, topics.own],
		learn: [topics.rights, topics.money],
		more: 'We have kept a diary of 61 switch-offs, with dates. We can show how.',
		heard: 'campaign',
		name: 'Tesfay Gebre',
		email: 'tesfay.gebre@example.org',
		telephone: '01632 960 287'
	}),
	equality: { age: 'from-25', disability: 'no', ethnicity: 'black', gender: 'man', background: 'unsure' }
};
