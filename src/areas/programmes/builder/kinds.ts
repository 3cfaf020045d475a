import { media, type Kind, type Question, type QuestionKind } from '#areas/forms';
import { documents } from '#shared/file-kinds';

/** Every kind of question, the commonest first; and as it begins, with nothing filled in. */
export const blank: { readonly [K in QuestionKind]: Extract<Kind, { kind: K }> } = {
	'short-text': { kind: 'short-text', maxWords: 30 },
	'long-text': { kind: 'long-text', maxWords: 150 },
	choice: { kind: 'choice', options: [] },
	several: { kind: 'several', options: [] },
	'yes-no': { kind: 'yes-no', reason: 'either', maxWords: 50 },
	ranking: { kind: 'ranking', options: [] },
	number: { kind: 'number' },
	date: { kind: 'date' },
	email: { kind: 'email' },
	telephone: { kind: 'telephone' },
	address: { kind: 'address' },
	link: { kind: 'link' },
	file: { kind: 'file', accept: documents, mostMegabytes: 10 },
	recording: { kind: 'recording', media, mostMegabytes: 200, mostMinutes: 5 },
	statement: { kind: 'statement' }
};
export const kinds = Object.keys(blank) as QuestionKind[];

const ofPersons: readonly QuestionKind[] = ['email', 'telephone', 'address'];

/** A question of its kind, as it is added: staff alone see it until somebody says otherwise. */
export function freshQuestion(kind: QuestionKind, key: string, label: string): Question {
	const personal = ofPersons.includes(kind) ? { personal: true, neededBy: ['contact'] } : {};
	return { key, ...blank[kind], label: { text: label }, seenBy: 'staff', ...personal };
}
