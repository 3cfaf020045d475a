import { dateFormat, numberFormat } from '#shared/formats';
import * as m from '#words';
import { fieldSentence } from '#words/problems';
import { getLocale, type Locale } from '#words/addresses';
import { formatsIn } from '#words/tongues';
import { isBlank, typedIn, type Answer, type DateParts, type Typed, type Value } from './answer.ts';
import type { Kind, Question } from './question.ts';
import type { Wrong } from './reading.ts';
import { say } from './words.ts';

export type ShownOption = { value: string; label: string; help?: string | undefined };
/** A question in the reader's words, with what was typed: what a page needs and no more. */
export type ShownQuestion = {
	key: string;
	kind: Kind['kind'];
	ask: Kind;
	label: string;
	help?: string | undefined;
	optional: boolean;
	options: ShownOption[];
	typed: Typed;
	version: number;
	error?: string | undefined;
	/** Another save came first: what is kept now, beside what was typed here. */
	meanwhile?: string | undefined;
};

export function showQuestion(question: Question, answer: Answer | undefined, wrong?: Wrong): ShownQuestion {
	return {
		key: question.key,
		kind: question.kind,
		ask: question,
		label: say(question.label),
		help: helpOf(question),
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

/** How long an answer is kept stands where it is asked for. */
function helpOf({ help, keptFor }: Question): string | undefined {
	const sentences = [help, keptFor].flatMap((words) => (words ? [say(words)] : []));
	return sentences.join(' ') || undefined;
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
	if (typeof value === 'object' && 'file' in value) return [value.name];
	return [value].flat().map((one) => optionLabel(question, String(one), locale));
}

/** What was typed, when it means nothing: shown as it stands. */
export function typedText(question: Question, typed: Typed): string[] {
	if (isBlank(typed) || typed === null) return [];
	if (typeof typed === 'string') return [optionLabel(question, typed, getLocale())];
	if (Array.isArray(typed)) return typed.map((one) => optionLabel(question, one, getLocale()));
	return 'file' in typed ? [typed.name] : [joined(typed)];
}

function joined({ day, month, year }: DateParts): string {
	return [day, month, year].filter(Boolean).join(' ');
}

/** An option that is no longer offered keeps the word it was chosen by. */
function optionLabel(question: Question, value: string, locale: Locale): string {
	const options = 'options' in question ? question.options : [];
	const option = options.find((one) => one.value === value);
	return option ? say(option.label, locale) : value;
}

function optionsOf(question: Question): ShownOption[] {
	if (!('options' in question)) return [];
	return question.options.map(({ value, label, help }) => ({
		value,
		label: say(label),
		help: help && say(help)
	}));
}

function dateText(date: string, locale: Locale): string {
	const noon = new Date(`${date}T12:00:00Z`);
	return dateFormat(formatsIn(locale), {
		dateStyle: 'long',
		timeZone: 'UTC'
	}).format(noon);
}
