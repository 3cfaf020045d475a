// Unreviewed: no speaker of Welsh has read this yet, and whoever shows it says so.
import { dayOf, weekdayOf } from '../day.ts';
import type { Words } from './words.ts';

const months = 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr'.split(
	' '
);
const weekdays = ['Llun', 'Mawrth', 'Mercher', 'Iau', 'Gwener', 'Sadwrn', 'Sul'];

/** Longer names first, so that no name is read inside another. */
const reasons: readonly (readonly [string, string])[] = [
	['Scotland’s participation in the FIFA World Cup final', 'yr Alban yn rowndiau terfynol Cwpan y Byd'],
	['Coronation of Charles III', 'Coroni Charles III'],
	['Platinum Jubilee of Elizabeth II', 'Jiwbilî Platinwm Elizabeth II'],
	['State Funeral of Queen Elizabeth II', 'Angladd Gwladol y Frenhines Elizabeth II'],
	['Late Summer Bank Holiday', 'Gŵyl Banc diwedd yr Haf'],
	['Summer Bank Holiday', 'Gŵyl Banc yr Haf'],
	['Spring Bank Holiday', 'Gŵyl Banc y Gwanwyn'],
	['New Year’s Day', 'Dydd Calan'],
	['New Year Holiday', 'Gŵyl y Flwyddyn Newydd'],
	['Good Friday', 'Dydd Gwener y Groglith'],
	['Easter Monday', 'Dydd Llun y Pasg'],
	['May Day', 'Calan Mai'],
	['Christmas Day', 'Dydd Nadolig'],
	['Boxing Day', 'Gŵyl San Steffan'],
	['Saint Patrick’s Day', 'Gŵyl San Padrig'],
	['Saint Andrew’s Day', 'Gŵyl Sant Andreas'],
	['Battle of the Boyne', 'Brwydr y Boyne'],
	['(observed)', '(diwrnod yn ei le)'],
	['England and Wales', 'Cymru a Lloegr'],
	['Northern Ireland', 'Gogledd Iwerddon'],
	['Scotland', 'yr Alban'],
	['Saturday', 'dydd Sadwrn'],
	['Sunday', 'dydd Sul'],
	['school closed', 'yr ysgol ar gau'],
	['fee not paid yet', 'ffi heb ei thalu'],
	['details awaited', 'aros am fanylion']
];

export const cy: Words = {
	date: (date) =>
		`dydd ${weekdays[weekdayOf(dayOf(date))]} ${Number(date.slice(8))} ${months[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`,
	reason: (why) => reasons.reduce((text, [english, welsh]) => text.replace(english, welsh), why),
	due: (date) => `Disgwylir ateb erbyn diwedd ${date}.`,
	actBy: (date) => `Gweithredwch erbyn diwedd ${date}.`,
	arguable: (date) =>
		`Gallai rhywun amddiffyn ${date}: dim ond ar ôl y diwrnod hwnnw y dylid dweud ei fod yn anghyfreithlon o hwyr.`,
	closes: (date) => `Mae’r ffenestr ei hun yn cau ar ${soft(date)}.`,
	cannotTell: (date) => `Ni allwn ddweud y diwrnod: nid yw gwyliau ${date} yn hysbys yma.`,
	onlyExpected:
		'Dyma a ddisgwylir. Nid oes cyfraith yn ei fynnu, felly dywedwch “hwyr”, nid “anghyfreithlon”.',
	waiting: {
		clarification: (since) =>
			`Mae’r cloc wedi sefyll ers ${since}, nes i’r manylion y gofynnwyd amdanynt gyrraedd.`,
		identity: (since) => `Mae’r cloc wedi sefyll ers ${since}, nes setlo pwy sy’n gofyn.`,
		fee: (since) => `Mae’r cloc wedi sefyll ers ${since}, nes i’r ffi gael ei thalu.`
	},
	payBy: (date) => `Nid oes rhaid ateb os telir y ffi ar ôl ${date}.`,
	couldExtend: (notice, extended) =>
		`Os hawlir mwy o amser, rhaid dweud wrth bobl erbyn diwedd ${notice}; byddai’r ateb wedyn i’w gael ar ${soft(extended)}.`,
	wasExtended: (notice) => `Roedd rhaid dweud wrth bobl am yr amser hirach erbyn diwedd ${notice}.`,
	escalate: (date) => `Os nad oes canlyniad erbyn diwedd ${date}, mae’r rheoleiddiwr yn derbyn cwyn.`,
	counted: (days, from, to) => `Cyfrifwyd ${days} diwrnod gwaith ar ôl ${from}, yr olaf ohonynt ${to}.`,
	leftOut: (list) => `Hepgorwyd: ${list}.`,
	weekendDays: (days) => `${days} diwrnod o benwythnosau`,
	moved: (from, to) => `O ${soft(from)} i ${soft(to)}.`,
	notAdvice: 'Nodyn atgoffa yw hwn, nid cyngor cyfreithiol.'
};

/** The soft mutation after `ar`, `i` and `o`. */
function soft(date: string): string {
	return date.replace(/^dydd/, 'ddydd');
}
