import { pagesOf, topics, type Campaign } from './campaign.ts';

/** Counterdata: people who wheel and walk keep the record that nobody else keeps. They answered by a film in sign language too. */
export const crossings: Campaign = {
	reference: 'CRX-965',
	locale: 'en',
	answers: pagesOf({
		group: 'Count the Crossings',
		community:
			'Disabled people, deaf people and people who push prams in Norwich. We meet at the crossing on Magdalen Road and time it. Thirty of us so far, the youngest is nine and the oldest brings cake.',
		change:
			'The county measures its crossings by how long cars wait. Nobody measures how many of us do not make it across before the light changes. We want our counts to stand beside theirs when a crossing is planned, and the walking time to be set by the slowest quarter of us and not by a table from 1980.',
		goals: ['community-data-counted', 'collect-differently'],
		data: 'There is no official record of near misses. We have kept our own for eleven months: 1,904 crossings at fourteen places, with a stopwatch and a tally. The county says it is “anecdotal”. Having it accepted as evidence is the campaign.',
		kind: 'counterdata',
		otherKinds: ['definition'],
		stage: 'won-some',
		region: 'east',
		place: 'Norwich',
		lead: 'affected',
		teach: [topics.own, topics.media],
		learn: [topics.councils],
		access:
			'British Sign Language interpreters for two of us, step-free rooms, an accessible toilet that is really open.',
		heard: 'social',
		recording: 'https://example.org/count-the-crossings-bsl',
		name: 'Jude Farrow',
		email: 'jude.farrow@example.org'
	}),
	equality: { age: 'under-25', disability: 'yes', ethnicity: 'mixed', gender: 'another', background: 'yes' }
};
