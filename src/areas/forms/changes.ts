import * as m from '#words';
import { getLocale, type Locale } from '#words/addresses';
import { saysTheSame } from './mark.ts';
import type { Form, Question } from './question.ts';
import { say, type Words } from './words.ts';

type Code =
	| 'added'
	| 'taken-away'
	| 'reworded'
	| 'help-changed'
	| 'asked-differently'
	| 'needed'
	| 'not-needed'
	| 'limit'
	| 'no-limit'
	| 'new-limit'
	| 'options'
	| 'option-gone'
	| 'condition'
	| 'seen-by'
	| 'kept'
	| 'personal';
/** One thing that differs, of one question; `label` is what the question is called now, or was. */
export type FormChange = {
	code: Code;
	question: string;
	label: Words;
	before?: string | number;
	after?: string | number;
};
type Sections = Pick<Form, 'sections'>;

/** What differs for whoever answers, in the order of the newer form; what was taken away comes last. */
export function changesBetween(older: Sections, newer: Sections, locale: Locale = getLocale()): FormChange[] {
	const before = byKey(older);
	const after = byKey(newer);
	const kept = [...after.values()].flatMap((now) => {
		const then = before.get(now.key);
		return then ? differences(then, now, locale) : [changed('added', now)];
	});
	const gone = [...before.values()].filter(({ key }) => !after.has(key));
	return [...kept, ...gone.map((question) => changed('taken-away', question))];
}

type Inputs = { label: string; before: string | number; after: string | number };
type Said = (inputs: Inputs, options: { locale: Locale }) => string;

const sentences: Record<Code, Said> = {
	added: m.form_changed_added,
	'taken-away': m.form_changed_taken_away,
	reworded: m.form_changed_reworded,
	'help-changed': m.form_changed_help,
	'asked-differently': m.form_changed_asked_differently,
	needed: m.form_changed_needed,
	'not-needed': m.form_changed_not_needed,
	limit: m.form_changed_limit,
	'no-limit': m.form_changed_no_limit,
	'new-limit': m.form_changed_new_limit,
	options: m.form_changed_options,
	'option-gone': m.form_changed_option_gone,
	condition: m.form_changed_condition,
	'seen-by': m.form_changed_seen_by,
	kept: m.form_changed_kept,
	personal: m.form_changed_personal
};

/** "“Who is it for?”: the limit is 150 words now. It was 200." */
export function changeSentence(change: FormChange, locale: Locale = getLocale()): string {
	const { code, label, before = '', after = '' } = change;
	return sentences[code]({ label: say(label, locale), before, after }, { locale });
}

function byKey({ sections }: Sections): Map<string, Question> {
	const all = sections.flatMap(({ pages }) => pages.flatMap(({ questions }) => questions));
	return new Map(all.map((question) => [question.key, question]));
}

function changed(code: Code, { key, label }: Question, more: Partial<FormChange> = {}): FormChange {
	return { code, question: key, label, ...more };
}

function differences(then: Question, now: Question, locale: Locale): FormChange[] {
	const said = (words: Words | undefined) => (words ? say(words, locale) : '');
	const was: [boolean, Code, Partial<FormChange>?][] = [
		[said(then.label) !== said(now.label), 'reworded', { before: said(then.label) }],
		[said(then.help) !== said(now.help), 'help-changed'],
		[then.kind !== now.kind || !saysTheSame(waysOf(then), waysOf(now)), 'asked-differently'],
		[!then.required && Boolean(now.required), 'needed'],
		[Boolean(then.required) && !now.required, 'not-needed'],
		[!saysTheSame(optionsOf(then, locale, now), optionsOf(now, locale)), 'options'],
		[!saysTheSame(then.when ?? null, now.when ?? null), 'condition'],
		[then.seenBy !== now.seenBy, 'seen-by'],
		[!saysTheSame(keepingOf(then, locale), keepingOf(now, locale)), 'kept'],
		[Boolean(then.personal) !== Boolean(now.personal) || said(then.purpose) !== said(now.purpose), 'personal']
	];
	const found = was.flatMap(([differs, code, more]) => (differs ? [changed(code, now, more)] : []));
	return [...found, ...optionsGone(then, now, locale), ...limitChanges(then, now)];
}

function limitChanges(then: Question, now: Question): FormChange[] {
	const [before, after] = [wordsIn(then), wordsIn(now)];
	if (before === after) return [];
	if (after === undefined) return [changed('no-limit', now, { before: before! })];
	if (before === undefined) return [changed('new-limit', now, { after })];
	return [changed('limit', now, { before, after })];
}

function wordsIn(question: Question): number | undefined {
	return 'maxWords' in question ? question.maxWords : undefined;
}

/** What of its kind changes how it is answered: how many may be chosen, the least and the most, the files taken. */
function waysOf(question: Question) {
	const { atMost, first, least, most, decimal, accept, media, mostMegabytes, mostMinutes, reason, unless } =
		question as unknown as Record<string, unknown>;
	return { atMost, first, least, most, decimal, accept, media, mostMegabytes, mostMinutes, reason, unless };
}

/** What can be chosen; of an older question, as far as a newer one still offers it. */
function optionsOf(question: Question, locale: Locale, newer: Question = question) {
	if (!('options' in question)) return [];
	const still = question.options.filter(({ value }) => offers(newer, value));
	return [question.optionsFrom ?? '', ...still.map(({ value, label }) => [value, say(label, locale)])];
}

/** By name, since whoever chose one has to choose again. */
function optionsGone(then: Question, now: Question, locale: Locale): FormChange[] {
	if (!('options' in then) || then.kind !== now.kind) return [];
	const gone = then.options.filter(({ value }) => !offers(now, value));
	return gone.map(({ label }) => changed('option-gone', now, { before: say(label, locale) }));
}

function offers(question: Question, value: string): boolean {
	return 'options' in question && question.options.some((option) => option.value === value);
}

function keepingOf({ neededBy, keptMonths, keptFor }: Question, locale: Locale) {
	return { neededBy: neededBy?.toSorted(), keptMonths, keptFor: keptFor && say(keptFor, locale) };
}
