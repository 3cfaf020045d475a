import { say, type Kind, type Question, type QuestionKind, type Words } from '#areas/forms';
import type { Locale } from '#words/addresses';
import { isFilledIn } from '../form/setting.ts';
import { blank } from './kinds.ts';
import { optionsFrom } from './options-text.ts';
import type { QuestionFields } from './question-fields.schema.ts';
import { conditionFrom } from './rule-rows.ts';
import { reworded } from './texts.ts';

/**
 * The question as a page sent it. What the page does not ask is kept from before: the translations of words that did
 * not change, the rows of a box, the files it takes.
 */
export function questionFrom(fields: QuestionFields, before: Question, main: Locale): Question {
	const kind = kindFrom(fields, before, main);
	const words = (name: 'help' | 'purpose' | 'whenMissing') => said(name, fields[name], before[name], main);
	const when = fields.keepCondition ? before.when : conditionFrom(fields.rules, fields.join);
	return {
		key: before.key,
		...kind,
		label: reworded(before.label, fields.label, main),
		...words('help'),
		...(fields.required ? { required: true } : {}),
		...(fields.unless.length ? { unless: fields.unless } : {}),
		...words('whenMissing'),
		seenBy: fields.seenBy,
		...(fields.personal ? { personal: true } : isMarked(before) ? { personal: false } : {}),
		...words('purpose'),
		...(fields.neededBy.length ? { neededBy: fields.neededBy } : {}),
		...(fields.keptMonths === null ? {} : { keptMonths: fields.keptMonths }),
		...(when ? { when } : {}),
		...keptFor(fields, before, main)
	};
}

/** What Placard fills in of the call stays as it is: nobody could write it better, or keep it true. */
function keptFor({ keptFor: text }: QuestionFields, { keptFor: before }: Question, main: Locale) {
	if (text === undefined || (before && isFilledIn(before))) return before ? { keptFor: before } : {};
	return said('keptFor', text, before, main);
}

/** Somebody took the mark away from a question that had it: that is said, and not forgotten. */
function isMarked({ personal }: Question): boolean {
	return personal !== undefined;
}

function said(name: string, text: string, before: Words | undefined, main: Locale) {
	return text ? { [name]: reworded(before, text, main) } : {};
}

type Making = {
	[K in QuestionKind]: (
		fields: QuestionFields,
		before: Extract<Kind, { kind: K }>,
		main: Locale
	) => Extract<Kind, { kind: K }>;
};

function kindFrom(fields: QuestionFields, before: Question, main: Locale): Kind {
	const same = before.kind === fields.kind ? onlyKind(before) : moved(before, fields.kind);
	return (making[fields.kind] as (fields: QuestionFields, before: Kind, main: Locale) => Kind)(
		fields,
		same,
		main
	);
}

/** Options go along to another kind that has them. */
function moved(before: Question, kind: QuestionKind): Kind {
	const fresh = blank[kind];
	if (!('options' in fresh) || !('options' in before)) return fresh;
	return { ...fresh, options: before.options };
}

const common = [
	'key',
	'label',
	'help',
	'required',
	'unless',
	'whenMissing',
	'seenBy',
	'personal',
	'purpose',
	'neededBy',
	'keptMonths',
	'when',
	'keptFor'
];

function onlyKind(question: Question): Kind {
	return Object.fromEntries(Object.entries(question).filter(([name]) => !common.includes(name))) as Kind;
}

const words = ({ maxWords }: QuestionFields) => (maxWords === null ? {} : { maxWords });
const some = <Name extends string>(name: Name, value: number | null) =>
	(value === null ? {} : { [name]: value }) as { [N in Name]?: number };
const offered = (
	{ options, optionsFrom: list }: QuestionFields,
	before: Extract<Kind, { options: unknown }>,
	main: Locale
) => ({
	options: optionsFrom(options, before.options, {
		textOf: (one) => say(one, main),
		reworded: (one, text) => reworded(one, text, main)
	}),
	...(list === null ? {} : { optionsFrom: list })
});

const making: Making = {
	'short-text': (fields, { autocomplete }) => ({ kind: 'short-text', ...words(fields), ...(autocomplete ? { autocomplete } : {}) }),
	'long-text': (fields, { rows }) => ({ kind: 'long-text', ...words(fields), ...(rows ? { rows } : {}) }),
	choice: (fields, before, main) => ({ kind: 'choice', ...offered(fields, before, main), ...(fields.list ? { list: true } : {}) }),
	several: (fields, before, main) => ({ kind: 'several', ...offered(fields, before, main), ...some('atMost', fields.atMost) }),
	ranking: (fields, before, main) => ({ kind: 'ranking', ...offered(fields, before, main), ...some('first', fields.first) }),
	'yes-no': (fields) => ({ kind: 'yes-no', reason: fields.reason, ...words(fields) }),
	address: (_, before) => before,
	number: (fields) => ({ kind: 'number', ...(fields.decimal ? { decimal: true } : {}), ...limit('least', fields.least), ...limit('most', fields.most) }),
	date: (fields) => ({ kind: 'date', ...(fields.least ? { least: fields.least } : {}), ...(fields.most ? { most: fields.most } : {}) }),
	email: (_, before) => before,
	telephone: (_, before) => before,
	link: (_, before) => before,
	file: (fields, { accept, mostMegabytes }) => ({ kind: 'file', accept: orBefore(fields.accept, accept), mostMegabytes: fields.mostMegabytes ?? mostMegabytes }),
	recording: (fields, { media, mostMegabytes }) => ({ kind: 'recording', media: orBefore(fields.media, media), mostMegabytes: fields.mostMegabytes ?? mostMegabytes, ...some('mostMinutes', fields.mostMinutes) }),
	statement: (_, before) => before
}; // prettier-ignore

/** Nothing selected would be a question that nobody can answer. */
function orBefore<One>(chosen: readonly One[], before: readonly One[]): readonly One[] {
	return chosen.length ? chosen : before;
}

/** What is no number stays what was typed, so that the shape of a form says what is wrong with it. */
function limit<Name extends 'least' | 'most'>(name: Name, typed: string) {
	if (!typed) return {};
	const value = Number(typed.replaceAll(/[\s,]/g, ''));
	return { [name]: Number.isFinite(value) ? value : (typed as unknown as number) } as {
		[N in Name]?: number;
	};
}
