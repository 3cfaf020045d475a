/** Who works at Tallyhouse. Nobody here is real. */
export const staff = {
	rhian: { name: 'Rhian Prosser', email: 'rhian@example.org', role: 'administrator' },
	noor: { name: 'Noor Siddiqui', email: 'noor@example.org', role: 'administrator' },
	idris: { name: 'Idris Okafor', email: 'idris@example.org', role: 'lead' },
	maggie: { name: 'Maggie Thwaite', email: 'maggie@example.org', role: 'lead' }
} as const;

/** Asked, and has not opened the letter yet. */
export const invited = { email: 'gwil@example.org', role: 'lead' } as const;

export const host = {
	name: 'Tallyhouse',
	contact: 'hello@example.org',
	languages: ['en', 'cy', 'es', 'fr', 'ar'],
	backupDays: '30',
	words: {
		en: {
			lead: 'We back people who are counted, scored and mapped, and who want a say in it.',
			about:
				'Tallyhouse is five people in Wrexham and Leeds. We began as a night class in reading council spreadsheets, and stayed for the biscuits.\n\nWe do not run campaigns. We find the money, the company and the advice, and then we get out of the way. What people win is theirs.',
			foot: 'Tallyhouse is imaginary, and so is everybody on this site, which is a demonstration of Placard. Only the five campaigns of 2024 are real: what is said of them are public facts, in our words.',
			privacy:
				'Our legal ground is our legitimate interest in choosing whom to support. What you tell us of your access needs we use with your consent only.'
		},
		cy: {
			lead: 'Rydym yn cefnogi pobl sy’n cael eu cyfrif, eu sgorio a’u mapio, ac sydd am gael llais yn hynny.',
			about:
				'Pump o bobl yn Wrecsam a Leeds yw Tallyhouse. Dechreuodd fel dosbarth nos ar ddarllen taenlenni’r cyngor, ac arhosom am y bisgedi.\n\nNid ydym yn rhedeg ymgyrchoedd. Rydym yn dod o hyd i’r arian, y cwmni a’r cyngor, ac yna’n camu o’r ffordd. Pobl piau’r hyn y maent yn ei ennill.',
			foot: 'Dychmygol yw Tallyhouse, a phawb ar y wefan hon, sy’n enghraifft o Placard. Dim ond pum ymgyrch 2024 sy’n real: ffeithiau cyhoeddus sydd amdanynt, yn ein geiriau ni.'
		}
	}
} as const;
export const accent = '#e4572e';
