// Which law asks for what: the whole of it as a table. How it is reckoned stands in working-days.ts, months.ts and days.ts.
import type { RuleId } from './rules.ts';

export type FeeRule = {
	readonly rule: RuleId;
	/** How long people have to pay, after which nothing need be answered. */
	readonly payWithin: { readonly months: number } | { readonly workingDays: number };
};

/** So many working days after the day of receipt. */
export type InWorkingDays = {
	readonly kind: 'working-days';
	readonly calendar: 'any-part' | 'scotland';
	readonly days: number;
	readonly rule: RuleId;
	/** Particulars that arrive make the time run afresh. */
	readonly restart?: RuleId;
	readonly fee?: FeeRule;
	readonly extension?: { readonly days: number; readonly rule: RuleId };
	readonly school?: boolean;
	readonly escalate?: { readonly days: number; readonly rule: RuleId };
	/** Where some take a request that came on a closed day as received on the next working day. */
	readonly closedDayContested?: boolean;
};

/** So many months, the end of which moves off a closed day. */
export type InMonths = {
	readonly kind: 'months';
	readonly holidays: 'nation' | 'member-state';
	readonly months: number;
	readonly rule: RuleId;
	readonly move: RuleId;
	readonly identity?: RuleId;
	readonly fee?: RuleId;
	readonly extension?: { readonly months: number; readonly rule: RuleId };
	/** What happens while people are asked what they mean: days that do not count, or perhaps a suspension. */
	readonly pause?: { readonly rule: RuleId; readonly by: 'statute' | 'guidance' };
};

/** So many calendar days. */
export type InDays = {
	readonly kind: 'days';
	readonly days: number;
	readonly rule: RuleId;
	/** What becomes of an end on a closed day. */
	readonly end: { readonly move: 'next' | 'before'; readonly rule: RuleId } | 'stays';
	readonly contested?: { readonly days: number; readonly rule: RuleId };
	readonly inForceFrom?: string;
};

/** A window of months that closes on people. */
export type Window = {
	readonly kind: 'window';
	readonly months: number;
	readonly rule: RuleId;
	readonly calendar: 'any-part' | 'scotland';
};

/** What says when a time begins. */
type Begins = { readonly receipt?: RuleId };

export type Regime = Begins & (InWorkingDays | InMonths | InDays | Window);

const inAnyPart = { kind: 'working-days', calendar: 'any-part', closedDayContested: true } as const;
const inScotland = { kind: 'working-days', calendar: 'scotland' } as const;

const foia = {
	...inAnyPart,
	receipt: 'receipt-foia',
	days: 20,
	rule: 'foia-10-1',
	restart: 'foia-1-3',
	fee: { rule: 'foia-10-2', payWithin: { months: 3 } },
	extension: { days: 20, rule: 'foia-10-3' }
} as const;

const eir = {
	...inAnyPart,
	receipt: 'receipt-eir',
	days: 20,
	rule: 'eir-5-2',
	restart: 'eir-9',
	fee: { rule: 'eir-8', payWithin: { workingDays: 60 } },
	extension: { days: 20, rule: 'eir-7' }
} as const;

const foisa = {
	...inScotland,
	receipt: 'receipt-foisa',
	days: 20,
	rule: 'foisa-10',
	restart: 'foisa-1-3',
	fee: { rule: 'foisa-10-3', payWithin: { months: 3 } }
} as const;

const eisr = {
	...inScotland,
	receipt: 'receipt-eisr',
	days: 20,
	rule: 'eisr-5',
	restart: 'eisr-9',
	fee: { rule: 'eisr-8', payWithin: { workingDays: 60 } },
	extension: { days: 20, rule: 'eisr-7' }
} as const;

const ukRights = {
	kind: 'months',
	receipt: 'receipt-ukgdpr',
	holidays: 'nation',
	months: 1,
	rule: 'ukgdpr-12',
	move: 'next-working-day',
	identity: 'ukgdpr-12-6',
	fee: 'ukgdpr-12-5',
	extension: { months: 2, rule: 'ukgdpr-12a-3' }
} as const;

const lawEnforcement = {
	...ukRights,
	receipt: 'receipt-dpa',
	rule: 'dpa-54',
	identity: 'dpa-54',
	fee: 'dpa-54',
	extension: { months: 2, rule: 'dpa-54-3a' }
} as const;

const breach = { kind: 'days', days: 3, rule: 'gdpr-33', end: 'stays' } as const;

export const regimes = {
	FOIA: foia,
	'FOIA-school': { ...foia, rule: 'school-3', school: true },
	'FOIA-records': { ...foia, days: 30, rule: 'records-4' },
	'FOIA-forces': { ...foia, extension: { days: 40, rule: 'forces-5' } },
	'FOIA-abroad': { ...foia, extension: { days: 40, rule: 'abroad-6' } },
	'FOIA-review': {
		...inAnyPart,
		days: 20,
		rule: 'foia-review',
		escalate: { days: 40, rule: 'foia-review-40' }
	},
	'FOIA-review-request': { ...inAnyPart, days: 40, rule: 'foia-review-request' },
	EIR: eir,
	'EIR-review': { ...inAnyPart, receipt: 'receipt-eir', days: 40, rule: 'eir-11' },
	'EIR-review-request': { ...inAnyPart, days: 40, rule: 'eir-11-2' },
	FOISA: foisa,
	'FOISA-keeper': { ...foisa, days: 30, rule: 'foisa-10-2' },
	'FOISA-review': { ...inScotland, receipt: 'receipt-foisa', days: 20, rule: 'foisa-21' },
	'FOISA-review-keeper': { ...inScotland, receipt: 'receipt-foisa', days: 30, rule: 'foisa-21-keeper' },
	'FOISA-review-request': { ...inScotland, days: 40, rule: 'foisa-20' },
	'FOISA-appeal': { kind: 'window', months: 6, rule: 'foisa-47', calendar: 'scotland' },
	EISR: eisr,
	'EISR-review': { ...inScotland, receipt: 'receipt-eisr', days: 20, rule: 'eisr-16' },
	'EISR-review-request': { ...inScotland, days: 40, rule: 'eisr-16-2' },
	'UKGDPR-SAR': { ...ukRights, pause: { rule: 'ukgdpr-12a-5', by: 'statute' } },
	'UKGDPR-rights': ukRights,
	'DPA3-SAR': { ...lawEnforcement, pause: { rule: 'dpa-54-3c', by: 'statute' } },
	'DPA3-rights': lawEnforcement,
	'UKGDPR-complaint': {
		kind: 'days',
		days: 29,
		rule: 'dpa-164a',
		end: { move: 'next', rule: 'next-working-day' },
		contested: { days: 30, rule: 'dpa-164a-after' },
		inForceFrom: '2026-06-19'
	},
	'UKGDPR-breach': breach,
	EUGDPR: {
		kind: 'months',
		receipt: 'receipt-gdpr',
		holidays: 'member-state',
		months: 1,
		rule: 'gdpr-12-3',
		move: 'regulation-1182-71',
		extension: { months: 2, rule: 'gdpr-12-3-more' },
		pause: { rule: 'edpb-suspension', by: 'guidance' }
	},
	'EUGDPR-breach': breach,
	'ICO-FOI': {
		kind: 'days',
		days: 42,
		rule: 'ico-six-weeks',
		end: { move: 'before', rule: 'window-before' }
	},
	'ICO-DP': { kind: 'window', months: 3, rule: 'ico-three-months', calendar: 'any-part' },
	'FTT-appeal': {
		kind: 'days',
		days: 28,
		rule: 'tribunal-22',
		end: { move: 'next', rule: 'tribunal-12' }
	}
} as const satisfies Record<string, Regime>;

export type RegimeName = keyof typeof regimes;

export function regimeOf(name: RegimeName): Regime {
	return regimes[name];
}
