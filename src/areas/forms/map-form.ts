import type { Form, Option, Page, Question, Section } from './question.ts';
import type { Words } from './words.ts';

type Sections<A extends string> = Pick<Form<A>, 'sections'>;

/** The same form with other questions; undefined takes one away, and with the last one its page, and its section. */
export function mapQuestions<A extends string>(
	{ sections }: Sections<A>,
	change: (question: Question<A>) => Question<A> | undefined
): Form<A> {
	const changed = sections.map((section) => ({
		...section,
		pages: section.pages
			.map((page) => ({ ...page, questions: page.questions.flatMap((one) => change(one) ?? []) }))
			.filter(({ questions }) => questions.length)
	}));
	return { sections: changed.filter(({ pages }) => pages.length) };
}

/** The same form in other words. Where undefined comes back, what need not be said is left out. */
export function mapWords<A extends string>(
	{ sections }: Sections<A>,
	change: (words: Words) => Words | undefined
): Form<A> {
	return {
		sections: sections.map((section) => ({
			...around(section, change),
			pages: section.pages.map((page) => ({
				...around(page, change),
				questions: page.questions.map((question) => inOtherWords(question, change))
			}))
		}))
	};
}

type Change = (words: Words) => Words | undefined;

function around<T extends Section | Page>(part: T, change: Change): T {
	const { title, help, ...rest } = part;
	const named = title && { title: change(title) ?? title };
	return { ...rest, ...named, ...optional('help', help, change) } as T;
}

function inOtherWords<Q extends Question>(question: Q, change: Change): Q {
	const { label, help, whenMissing, purpose, keptFor, ...rest } = question;
	const options = 'options' in question && {
		options: question.options.map((option) => optionIn(option, change))
	};
	return {
		...rest,
		...options,
		label: change(label) ?? label,
		...optional('help', help, change),
		...optional('whenMissing', whenMissing, change),
		...optional('purpose', purpose, change),
		...optional('keptFor', keptFor, change)
	} as unknown as Q;
}

function optionIn({ value, label, help }: Option, change: Change): Option {
	return { value, label: change(label) ?? label, ...optional('help', help, change) };
}

function optional<Name extends string>(name: Name, words: Words | undefined, change: Change) {
	const changed = words && change(words);
	return (changed ? { [name]: changed } : {}) as { [N in Name]?: Words };
}
