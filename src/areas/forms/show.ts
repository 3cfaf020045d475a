import { dateFormat, numberFormat } from '#shared/formats';
import * as m from '#words';
import { fieldSentence } from '#words/problems';
import { getLocale, type Locale } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import {
	isBlank,
	typedIn,
	type AddressParts,
	type Answer,
	type KeptFile,
	type Ranks,
	type Typed,
	type Value,
	type YesNo
} from './answer.ts';
import type { Follow } from './follow.ts';
import type { Kind, Question } from './question.ts';
import type { Wrong } from './reading.ts';
import { say, saidIn } from './words.ts';

export type ShownOption = {
	value: string;
	label: string;
	help?: string | undefined;
	/** The languages of label and help, where nobody translated them into the reader's. */
	lang?: Locale | undefined;
	helpLang?: Locale | undefined;
};
/** `size`: nothing for what is recorded while it comes. */
export type Arriving = { id: string; name: string; received: number; size: number | null };
/** A question in the reader's words, with what was typed: what a page needs and no more. */
export type ShownQuestion = {
	key: string;
	kind: Kind['kind'];
	ask: Kind;
	label: string;
	help?: string | undefined;
	optional: boolean;
	options: ShownOption[];
	/** The language of the label, where nobody translated it into the reader's. */
	lang?: Locale | undefined;
	typed: Typed;
	version: number;
	error?: string | undefined;
	/** It hangs on an answer of the same page: what a script needs to show it in time. */
	follow?: Follow | undefined;
	/** Files for it that have come in part: whoever chooses the same again goes on with them. */
	arriving?: readonly Arriving[] | undefined;
	/** Another save came first: what is kept now, beside what was typed here. */
	meanwhile?: string | undefined;
	/** Who saved it, as a sentence; and what can be done with the two: buttons, sent as `keep`. */
	meanwhileBy?: string | undefined;
	choices?: readonly { value: string; label: string }[] | undefined;
};

export function showQuestion(question: Question, answer: Answer | undefined, wrong?: Wrong): ShownQuestion {
	return {
		key: question.key,
		kind: question.kind,
		ask: question,
		label: say(question.label),
		lang: saidIn(question.label).lang,
		help: helpOf(question, answer),
		optional: !question.required,
		options: optionsOf(question),
		typed: answer?.typed ?? null,
		version: answer?.version ?? 0,
		error: wrong && wrongSentence(question, wrong)
	};
}

/** The same questions with what was typed into a form that came back. */
export function retyped(
	questions: readonly ShownQuestion[],
	fields: Record<string, unknown>
): ShownQuestion[] {
	return questions.map((shown) => {
		const typed = typedIn({ ...shown.ask, key: shown.key } as Question, fields);
		return typed === undefined ? shown : { ...shown, typed };
	});
}

/** What it is for, and how long an answer is kept, stands where it is asked for. */
function helpOf(
	{ help, purpose, keptFor, keptUntil }: Question,
	answer: Answer | undefined
): string | undefined {
	const gone = answer?.deleted ? [m.form_deleted_as_said()] : [];
	const sentences = [help, purpose, keptFor, keptUntil].flatMap((words) => (words ? [say(words)] : []));
	return [...gone, ...sentences].join(' ') || undefined;
}

/** The same words beside the field, in the summary, on "check your answers" and in the mail of who typed it up. */
export function wrongSentence(question: Question, { code, ...details }: Wrong): string {
	if (code === 'missing' && question.whenMissing) return say(question.whenMissing);
	return fieldSentence(code, say(question.label), question.kind === 'date' ? inWords(details) : details);
}

function inWords(dates: Record<string, unknown>): Record<string, string> {
	return Object.fromEntries(
		Object.entries(dates).map(([name, date]) => [name, dateText(String(date), getLocale())])
	);
}

/** An answer in words, for lists, mails and tables. Several stay several. */
export function answerText(question: Question, value: Value, locale: Locale = getLocale()): string[] {
	if (value === null) return [];
	if (question.kind === 'date' && typeof value === 'string') return [dateText(value, locale)];
	if (question.kind === 'statement') return [m.common_form_agreed({}, { locale })];
	if (question.kind === 'number') return [numberFormat(formatsIn(locale)).format(Number(value))];
	if (typeof value === 'object' && !Array.isArray(value)) return partsText(value, locale);
	if (question.kind === 'ranking' && Array.isArray(value)) return rankedText(question, value, locale);
	return [value].flat().map((one) => optionLabel(question, String(one), locale));
}

/** The languages of those words, one for each, where an option is not said in the reader's; otherwise nothing. */
export function answerLangs(
	question: Question,
	value: Value,
	locale: Locale = getLocale()
): (Locale | undefined)[] | undefined {
	if (!('options' in question) || value === null) return undefined;
	const langs = [value].flat().map((one) => {
		const option = question.options.find((offered) => offered.value === one);
		return option && saidIn(option.label, locale).lang;
	});
	return langs.some(Boolean) ? langs : undefined;
}

/** What was typed, when it means nothing: shown as it stands. */
export function typedText(question: Question, typed: Typed): string[] {
	if (isBlank(typed) || typed === null) return [];
	if (typeof typed === 'string') return [optionLabel(question, typed, getLocale())];
	if (Array.isArray(typed)) return typed.map((one) => optionLabel(question, one, getLocale()));
	if ('day' in typed) return [[typed.day, typed.month, typed.year].filter(Boolean).join(' ')];
	if ('ranks' in typed) return ranksText(question, typed);
	return partsText(typed, getLocale());
}

function ranksText(question: Question, { ranks }: Ranks): string[] {
	return Object.entries(ranks).map(
		([value, place]) => `${place} ${optionLabel(question, value, getLocale())}`
	);
}

/** "1. Housing": the order is the answer, so it stays with each in files and tables too. */
function rankedText(question: Question, values: readonly string[], locale: Locale): string[] {
	const place = numberFormat(formatsIn(locale));
	return values.map((value, n) => `${place.format(n + 1)}. ${optionLabel(question, value, locale)}`);
}

/** A file by its name, an address in its lines, yes or no with its reason. */
function partsText(value: KeptFile | AddressParts | YesNo, locale: Locale): string[] {
	if ('file' in value) return [value.name];
	if ('answer' in value) return [yesNoWord(value.answer, locale), value.reason].filter(Boolean);
	const { line1, line2, town, region, postcode, country } = value;
	return [[line1, line2, town, region, postcode, country].filter(Boolean).join('\n')];
}

function yesNoWord(answer: string, locale: Locale): string {
	if (answer === 'yes') return m.form_yes({}, { locale });
	return answer === 'no' ? m.form_no({}, { locale }) : answer;
}

/** An option that is no longer offered keeps the word it was chosen by. */
function optionLabel(question: Question, value: string, locale: Locale): string {
	const options = 'options' in question ? question.options : [];
	const option = options.find((one) => one.value === value);
	return option ? say(option.label, locale) : value;
}

function optionsOf(question: Question): ShownOption[] {
	if (!('options' in question)) return [];
	return question.options.map(({ value, label, help }) => {
		const [said, beside] = [saidIn(label), help && saidIn(help)];
		const langs = { lang: said.lang, helpLang: beside?.lang };
		return { value, label: said.text, help: beside?.text, ...(said.lang || beside?.lang ? langs : {}) };
	});
}

function dateText(date: string, locale: Locale): string {
	const noon = new Date(`${date}T12:00:00Z`);
	return dateFormat(formatsIn(locale), {
		dateStyle: 'long',
		timeZone: 'UTC'
	}).format(noon);
}
