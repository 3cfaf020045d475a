import type { Locale } from '#words/addresses';

/** How much it matters: to people's rights and to whether they can answer; to how well they can; or only perhaps. */
export type Severity = 'serious' | 'mend' | 'consider';

/** What the lint can say of a question, the gravest first; each with a sentence and what to do (finding-words.ts). */
export const severities = {
	'special-category': 'serious',
	'required-sensitive': 'serious',
	'never-asked': 'serious',
	'no-way-to-reach': 'serious',
	'nobody-needs': 'mend',
	'personal-seen-by-many': 'mend',
	'personal-unmarked': 'mend',
	'two-questions': 'mend',
	'no-way-out': 'mend',
	'options-overlap': 'mend',
	'options-gap': 'consider',
	'options-alike': 'mend',
	'asked-twice': 'mend',
	'translation-missing': 'mend',
	'help-missing': 'consider',
	'word-limit-missing': 'mend',
	'word-limit-large': 'consider',
	'label-long': 'consider',
	'reading-age': 'consider'
} as const satisfies Record<string, Severity>;

export type FindingCode = keyof typeof severities;
export const findingCodes = Object.keys(severities) as FindingCode[];

/** What fills the sentence of a finding. */
export type Inputs = {
	/** Words of the question that tell. */
	words?: string;
	count?: number;
	other?: string;
	languages?: Locale[];
};

export type Finding = Inputs & {
	/** Its key; null where the whole form is meant. */
	question: string | null;
	code: FindingCode;
	severity: Severity;
};

/** What a rule says of one question. */
export type Said = { code: FindingCode } & Inputs;
