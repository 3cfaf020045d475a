import {
	mapQuestions,
	mapWords,
	type Form,
	type Option,
	type Question,
	type StoredForm,
	type Words
} from '#areas/forms';
import type { CallContent } from '../call.schema.ts';
import type { Audience } from '../starter-form.ts';
import { goalOptions, kindOptions, regionOptions, topicOptions } from '../starter-options.ts';
import { keptUntil, type Dated } from './keeping.ts';

/** What a form says of the call it belongs to: put in when it is read, so that it is never out of date. */
export type Setting = Dated & {
	content: CallContent;
	zone: string;
	/** The names of those who arrange access. */
	arrangers: readonly string[];
};

/** The lists that a question may name in `optionsFrom`. */
export const lists = {
	goals: ({ content }) => goalOptions(content),
	kinds: ({ content }) => kindOptions(content),
	topics: ({ content }) => topicOptions(content),
	regions: ({ zone }) => regionOptions(zone)
} as const satisfies Record<string, (setting: Setting) => Option[]>;
export type ListName = keyof typeof lists;

/** The form as somebody meets it in this call. A question whose list is empty is not asked: there is nothing to choose. */
export function inSetting({ main, sections }: StoredForm, setting: Setting): Form<Audience> {
	const written = mapWords({ sections } as Form<Audience>, (words) => inWords(words, main, setting));
	return mapQuestions(written, (question) => offered(said(question, setting), setting));
}

function offered(question: Question<Audience>, setting: Setting): Question<Audience> | undefined {
	if (!('options' in question)) return question;
	const list = listOf(question.optionsFrom, setting);
	const own = question.options.filter(({ value }) => !list.some((one) => one.value === value));
	const options = [...list, ...own];
	return options.length ? { ...question, options } : undefined;
}

function listOf(name: string | undefined, setting: Setting): Option[] {
	if (name === undefined || !Object.hasOwn(lists, name)) return [];
	const { language } = setting.content;
	return lists[name as ListName](setting).map(({ value, label, help }) => ({
		value,
		label: inLanguage(label, language),
		...(help ? { help: inLanguage(help, language) } : {})
	}));
}

/** Who reads what concerns access, and until when an answer is kept, stands where it is asked. */
function said(question: Question<Audience>, setting: Setting): Question<Audience> {
	const kept = keptUntil(question, setting);
	const seen = question.seenBy === 'access' && question.kind !== 'date' && !question.keptFor;
	return {
		...question,
		...(seen ? { keptFor: seenByArrangers(setting) } : {}),
		...(kept ? { keptUntil: kept } : {})
	};
}

/** Sentences of ours that need a fact of the call. Undefined: there is no such fact, and nothing is said. */
const facts: Record<string, (setting: Setting) => Words | undefined> = {
	apply_access_seen: seenByArrangers,
	apply_help_now({ content: { contact } }) {
		const said = [contact.name, contact.email].filter(Boolean).join(', ');
		return said ? { message: 'apply_help_now', inputs: { contact: said } } : undefined;
	}
};

/** A sentence that says something of the call, which is put in when it is read. */
export function isFilledIn(words: Words): boolean {
	return 'message' in words && Object.hasOwn(facts, words.message);
}

function inWords(words: Words, main: StoredForm['main'], setting: Setting): Words | undefined {
	if ('message' in words && Object.hasOwn(facts, words.message)) return facts[words.message]!(setting);
	return inLanguage(words, main);
}

/** What a host wrote in one language says in which, so that a reader of another one hears it so. */
function inLanguage(words: Words, main: StoredForm['main']): Words {
	return 'text' in words ? { texts: { [main]: words.text }, main } : words;
}

function seenByArrangers({ arrangers }: Setting): Words {
	if (!arrangers.length) return { message: 'apply_access_nobody' };
	return { message: 'apply_access_seen', inputs: { people: arrangers.join(', ') } };
}
