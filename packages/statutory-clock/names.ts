import { memberStates } from './eu-holidays.ts';
import { regimes, type RegimeName } from './regimes.ts';
import type { Nation } from './uk-holidays.ts';

const names = Object.keys(regimes) as RegimeName[];
const exact = new Map(names.map((name) => [bare(name), name]));

/** In the order in which they are tried: what a name says most narrowly comes first. */
const said: readonly (readonly [RegExp, RegimeName])[] = [
	[/^(EISR|EIRS|EIRSCOTLAND|EISCOTLAND).*REVIEWREQUEST/, 'EISR-review-request'],
	[/^(EISR|EIRS|EIRSCOTLAND|EISCOTLAND).*REVIEW/, 'EISR-review'],
	[/^(EISR|EIRS|EIRSCOTLAND|EISCOTLAND)/, 'EISR'],
	[/^EIR.*(REVIEWREQUEST|REPRESENTATION)/, 'EIR-review-request'],
	[/^EIR.*(REVIEW|RECONSIDERATION)/, 'EIR-review'],
	[/^EIR/, 'EIR'],
	[/^FOI(SA|SCOTLAND).*REVIEWREQUEST/, 'FOISA-review-request'],
	[/^FOI(SA|SCOTLAND).*REVIEW/, 'FOISA-review'],
	[/^FOI(SA|SCOTLAND).*KEEPER/, 'FOISA-keeper'],
	[/^(FOI(SA|SCOTLAND).*APPEAL|SIC)/, 'FOISA-appeal'],
	[/^FOI(SA|SCOTLAND)/, 'FOISA'],
	[/^FOIA?.*(SCHOOL|ACADEM)/, 'FOIA-school'],
	[/^FOIA?.*RECORD/, 'FOIA-records'],
	[/^FOIA?.*FORCES/, 'FOIA-forces'],
	[/^FOIA?.*(ABROAD|OVERSEAS|OUTSIDE)/, 'FOIA-abroad'],
	[/^FOIA?.*REVIEWREQUEST/, 'FOIA-review-request'],
	[/^FOIA?.*REVIEW/, 'FOIA-review'],
	[/^FOIA?(2000)?$|^FOIA?(PIT|PUBLICINTEREST|TRANSFER|FEE)/, 'FOIA'],
	[/^(ICO|FOI|EIR).*(FOI|EIR).*(COMPLAINT)?$/, 'ICO-FOI'],
	[/^ICO.*(DP|GDPR|DATA)/, 'ICO-DP'],
	[/^(FTT|TRIBUNAL)/, 'FTT-appeal'],
	[/^EU.*BREACH/, 'EUGDPR-breach'],
	[/^(EUGDPR|GDPREU|EU)/, 'EUGDPR'],
	[/COMPLAINT|164A/, 'UKGDPR-complaint'],
	[/^UK.*BREACH/, 'UKGDPR-breach'],
	[/^(DPA3|DPAPART3|LED|UKLED).*(SAR|ACCESS)?$/, 'DPA3-SAR'],
	[/^(UKGDPR|GDPRUK|DPA|DPA2018)?(D?SAR|SUBJECTACCESS|ACCESS|ART15)/, 'UKGDPR-SAR'],
	[/^(UKGDPR|GDPRUK)/, 'UKGDPR-rights']
];

/** Names are read leniently: `foia`, `FOIA school`, `UKGDPR-erasure`. */
export function regimeNamed(text: string): RegimeName | undefined {
	const name = bare(text);
	return exact.get(name) ?? said.find(([pattern]) => pattern.test(name))?.[1];
}

const nationsBy: Readonly<Record<string, Nation | 'unknown'>> = {
	...named('england-and-wales', 'EW E W ENG WLS WAL ENGLAND WALES ENGLANDANDWALES EAW GBENG GBWLS GBEAW'),
	...named('scotland', 'S SC SCT SCO SCOT SCOTLAND GBSCT'),
	...named('northern-ireland', 'NI N NIR NIRELAND NORTHERNIRELAND GBNIR'),
	...named('unknown', 'UK GB UNKNOWN')
};

function named<Name extends string>(name: Name, aliases: string): Record<string, Name> {
	return Object.fromEntries(aliases.split(' ').map((alias) => [alias, name]));
}

export function nationNamed(text: string): Nation | 'unknown' | undefined {
	const name = bare(text);
	return Object.hasOwn(nationsBy, name) ? nationsBy[name] : undefined;
}

/** Greece is GR to ISO and EL to the Union. */
export function memberStateNamed(text: string): string | undefined {
	const code = bare(text) === 'EL' ? 'GR' : bare(text);
	return memberStates.includes(code) ? code : undefined;
}

function bare(text: string): string {
	return text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
}
