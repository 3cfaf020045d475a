import type { Question } from '../question.ts';
import { type Keys } from './keys.ts';
import type { Spoken } from './words.ts';

/** "or_other": one more choice, and a question after it what that is. */
export function otherFor(question: Question, keys: Keys, spoken: Spoken): Question[] {
	if (!('options' in question) || question.kind === 'ranking') return [question];
	const value = question.options.some((option) => option.value === 'other') ? 'or-other' : 'other';
	const said = other[spoken.main];
	const options = [...question.options, { value, label: { text: said.choice } }];
	const key = keys.take(`${question.key.slice(0, 50)}-other`, 'short-text');
	const asked: Question = {
		key,
		kind: 'short-text',
		label: { text: said.question },
		seenBy: question.seenBy,
		when: { all: [{ question: question.key, is: 'any-of', values: [value] }] }
	};
	return [{ ...question, options } as Question, asked];
}

/** Written into the form, so that its host can change it: like everything that a host writes, in the form's own language. */
const other = {
	en: { choice: 'Other', question: 'What else?' },
	cy: { choice: 'Arall', question: 'Beth arall?' },
	es: { choice: 'Otro', question: '¿Qué otra cosa?' },
	fr: { choice: 'Autre', question: 'Quoi d’autre ?' },
	ar: { choice: 'غير ذلك', question: 'ما هو؟' }
};
