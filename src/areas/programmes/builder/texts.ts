import { say, saidIn, type Page, type Question, type Section, type Words } from '#areas/forms';
import type { Locale } from '#words/addresses';

/** The main text said differently: what was said in other languages said something else, and goes. */
export function reworded(words: Words | undefined, text: string, main: Locale): Words {
	if (words && say(words, main) === text) return words;
	return { texts: { [main]: text }, main };
}

/** The same words with other translations. A language in which nothing is said is left out. */
export function translated(words: Words, texts: Partial<Record<Locale, string>>, main: Locale): Words {
	const now = Object.entries(texts) as [Locale, string][];
	if (now.every(([locale, text]) => text.trim() === textIn(words, locale, main))) return words;
	const before = 'texts' in words ? words.texts : {};
	const given = now.filter(([, text]) => text.trim()).map(([locale, text]) => [locale, text.trim()]);
	const kept = Object.fromEntries(Object.entries(before).filter(([locale]) => !(locale in texts)));
	const all = { ...kept, ...(Object.fromEntries(given) as Partial<Record<Locale, string>>) };
	return { texts: { ...all, [main]: textIn(words, main, main) }, main };
}

/** What is said in that language; '' where nobody said it yet. */
export function textIn(words: Words, locale: Locale, main: Locale): string {
	if ('text' in words) return locale === main ? words.text : '';
	return saidIn(words, locale).lang === undefined ? say(words, locale) : '';
}

/** Every text of a question by a name of its own, and how to put another in its place. */
export type Named = { name: string; words: Words };

const own = ['label', 'help', 'purpose', 'whenMissing', 'keptFor'] as const;

export function textsOfQuestion(question: Question): Named[] {
	const options = 'options' in question ? question.options : [];
	return [
		...own.flatMap((name) => (question[name] ? [{ name, words: question[name] }] : [])),
		...options.flatMap(({ label, help }, n) => [
			{ name: `option-${n}`, words: label },
			...(help ? [{ name: `option-help-${n}`, words: help }] : [])
		])
	];
}

type Change = (name: string, words: Words) => Words;

export function withTexts(question: Question, change: Change): Question {
	const named = own.flatMap((name) =>
		question[name] ? [[name, change(name, question[name])] as const] : []
	);
	const changed = { ...question, ...Object.fromEntries(named) } as Question;
	if (!('options' in changed)) return changed;
	const options = changed.options.map((option, n) => ({
		...option,
		label: change(`option-${n}`, option.label),
		...(option.help ? { help: change(`option-help-${n}`, option.help) } : {})
	}));
	return { ...changed, options };
}

/** Titles and help of a section or a page. */
export function titlesOf(part: Section | Page): Named[] {
	return (['title', 'help'] as const).flatMap((name) => (part[name] ? [{ name, words: part[name] }] : []));
}

export function withTitles<Part extends Section | Page>(part: Part, change: Change): Part {
	const named = titlesOf(part).map(({ name, words }) => [name, change(name, words)]);
	return { ...part, ...Object.fromEntries(named) };
}
