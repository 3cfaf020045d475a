import { pagesOf, topics, type Campaign } from './campaign.ts';

/** Definition, in Welsh: who counts as a carer. */
export const gofalwyr: Campaign = {
	reference: 'GFR-892',
	locale: 'cy',
	answers: pagesOf({
		group: 'Llais y Gofalwyr',
		community:
			'Gofalwyr di-dâl yn ardal Penllyn: pobl sy’n gofalu am bartner, rhiant neu blentyn, a llawer ohonynt yn gweithio hefyd. Rydym yn cyfarfod mewn festri ar nos Fercher ac yn cadw cysylltiad ar y ffôn. Mae tua thrigain ohonom, rhwng 17 ac 83 oed.',
		change:
			'Dim ond y rhai sydd wedi cael asesiad gan y cyngor sy’n cael eu cyfrif yn ofalwyr yma. Mae hynny’n un o bob wyth ohonom. Oherwydd y rhif hwnnw, caewyd y ganolfan seibiant. Rydym am i unrhyw un sy’n gofalu am ddeg awr neu fwy yr wythnos gael ei gyfrif, a hynny yn Gymraeg.',
		goals: ['collect-differently', 'community-data-counted'],
		data: 'Diffiniad sydd o’i le. Mae’r cyngor yn adrodd “nifer y gofalwyr” i Lywodraeth Cymru bob blwyddyn, ac mae’r arian yn dilyn y rhif. Pe bai’r diffiniad yn newid, byddai’r rhif yn newid, a byddai’n rhaid ailagor y drws.',
		kind: 'definition',
		otherKinds: ['counterdata'],
		stage: 'beginning',
		region: 'wales',
		place: 'Y Bala a Phenllyn',
		lead: 'affected',
		leadMore: 'Gofalwyr sy’n penderfynu ar bopeth. Mae dau nai a merch yn helpu gyda’r ysgrifennu.',
		teach: [topics.money, topics.people],
		learn: [topics.councils, topics.media],
		access: 'Cyfieithu ar y pryd o’r Gymraeg, ac arian i dalu am rywun i ofalu tra byddwn gyda chi.',
		heard: 'newsletter',
		name: 'Megan Ellis-Pugh',
		email: 'megan.ellis-pugh@example.org',
		telephone: '01632 960 114'
	}),
	equality: {
		age: 'from-60',
		disability: 'no',
		ethnicity: 'white',
		gender: 'woman',
		background: 'rather-not'
	}
};
