import { questionsOf, say, type Form, type Question } from '#areas/forms';
import type { Audience } from '../starter-form.ts';
import { optionOf } from './terms.ts';
import type { SaidTerms } from './terms.schema.ts';

/** A question of the call's form whose answer is one or some of a list, as far as choosing a cohort may use it. */
export type Choice = {
	question: string;
	label: string;
	options: { value: string; label: string }[];
	/** Answers of several options enter rules; one option each makes people different. */
	isSeveral: boolean;
	/** It asks about a person: rules alone, with a reason, and only where it says what it is for and may be left out. */
	isPersonal: boolean;
	/** It says what it is for, nobody has to answer, and choosing is one of the things that need it. */
	isConsented: boolean;
};

/**
 * Whether choosing may use what people answer to it: what those who choose read. What staff alone read is not among it,
 * since a rule about it would tell the panel who answered what; but for what asks about a person, which rules name
 * nobody by. Access needs never are; equality monitoring is no part of a form.
 */
export function isForChoosing({ seenBy, personal }: Pick<Question, 'seenBy' | 'personal'>): boolean {
	return seenBy === 'panel' || (seenBy === 'staff' && Boolean(personal));
}

/** What can be chosen by. */
export function choicesOf(form: Form<Audience>): Choice[] {
	return questionsOf(form).flatMap((question) => {
		if (question.kind !== 'choice' && question.kind !== 'several') return [];
		if (!isForChoosing(question)) return [];
		const { key, kind, label, options, personal, required, neededBy = [] } = question;
		const saysWhatFor = Boolean(question.purpose ?? question.help);
		return {
			question: key,
			label: say(label),
			options: options.map((option) => ({ value: option.value, label: say(option.label) })),
			isSeveral: kind === 'several',
			isPersonal: Boolean(personal),
			isConsented: saysWhatFor && !required && neededBy.includes('choosing')
		};
	});
}

/** Of these, the ones that the terms name: all that a page needs to say them in words. */
export function choicesNamed(terms: SaidTerms, choices: readonly Choice[]): Choice[] {
	const named = new Set([
		...terms.attributes.map(({ question }) => question),
		...[...terms.quotas, ...terms.notAlone].map(({ of }) => optionOf(of).question)
	]);
	return choices.filter(({ question }) => named.has(question));
}

export function namesChoices({ attributes, quotas, notAlone }: SaidTerms): boolean {
	return attributes.length + quotas.length + notAlone.length > 0;
}

/** "region=wales" in words; a question or an option that is gone is said as it was kept. */
export function labelsOf(of: string, choices: readonly Choice[]): { question: string; option: string } {
	const { question, option } = optionOf(of);
	const choice = choices.find((one) => one.question === question);
	return {
		question: choice?.label ?? question,
		option: choice?.options.find(({ value }) => value === option)?.label ?? option
	};
}
