import type { Locale } from '#words/addresses';
import type { CallContent } from '../call.schema.ts';

/*
 * What a host writes in several languages. A call has one main language; each of its texts may stand beside it in
 * others. A translation is kept with the words that it translates: when those change, it is not shown any more until
 * somebody has looked at it, since an old rule in Welsh beside a new one in English would be worse than none.
 */

/** Where a text stands: "purpose", "offer/sessions/0/place". Lists are one text, a line each. */
export type HostText = { path: string; text: string; kind: 'line' | 'text' | 'list' };

/** Not translated: names, addresses, codes, and what is chosen from a list. */
const asTheyAre =
	/^(host|language|changeGoals|funders|translations|stipend\/currency|contact\/(name|email)|terms\/(names|lots|chair))$|\/(kind|mode|use|of|question|isPersonal)$/;

/** Every text that the host wrote, in the order of the page. A new field of the call is one of them by itself. */
export function textsOf(content: CallContent): HostText[] {
	return [...textsIn(content, '')];
}

function* textsIn(value: unknown, path: string): Iterable<HostText> {
	if (asTheyAre.test(path) || value === null) return;
	if (isList(value)) {
		if (value.length) yield { path, text: value.join('\n'), kind: 'list' };
	} else if (typeof value === 'string') {
		if (value) yield { path, text: value, kind: value.length > 80 ? 'text' : 'line' };
	} else if (typeof value === 'object')
		for (const [name, one] of Object.entries(value!)) yield* textsIn(one, path ? `${path}/${name}` : name);
}

/** A list is said line by line, and people answer by the line: what translates it has as many. */
export function hasOtherLines({ text, kind }: HostText, translation: string): boolean {
	return kind === 'list' && translation !== '' && linesOf(translation).length !== linesOf(text).length;
}

const linesOf = (text: string) =>
	text
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean);

export type Said = {
	says: CallContent;
	/** Where the reader's language is missing, and the main one is shown. */
	elsewhere: string[];
	/** Nothing at all stands in the reader's language. */
	nothing: boolean;
};

/** The call in the reader's language, text by text; else in its own. */
export function saidIn(locale: Locale, content: CallContent): Said {
	const { translations, ...rest } = content;
	const says = { ...structuredClone(rest), translations: {} };
	if (locale === content.language) return { says, elsewhere: [], nothing: false };
	const texts = textsOf(content);
	const current = texts.filter((one) => isCurrent(translations?.[locale]?.[one.path], one));
	for (const { path } of current) put(says, path.split('/'), translations![locale]![path]!.text);
	const done = new Set(current.map(({ path }) => path));
	const elsewhere = texts.map(({ path }) => path).filter((path) => !done.has(path));
	return { says, elsewhere, nothing: elsewhere.length === texts.length };
}

type Translated = { text: string; of: string };

export function isCurrent(translated: Translated | undefined, { text }: HostText): boolean {
	return translated !== undefined && translated.of === text;
}

/** How much of the call stands in a language, for staff. */
export function progressIn(locale: Locale, content: CallContent): { done: number; old: number; all: number } {
	const texts = textsOf(content);
	const kept = content.translations?.[locale] ?? {};
	return {
		done: texts.filter((one) => isCurrent(kept[one.path], one)).length,
		old: texts.filter((one) => kept[one.path] && !isCurrent(kept[one.path], one)).length,
		all: texts.length
	};
}

/** What was written in the boxes of one language, kept with the words that it translates. An empty box is none. */
export function translated(content: CallContent, texts: Record<string, string>): Record<string, Translated> {
	return Object.fromEntries(
		textsOf(content).flatMap(({ path, text: of }) => {
			const text = texts[path];
			return text ? [[path, { text, of }]] : [];
		})
	);
}

function put(target: object, path: string[], text: string): void {
	const [name, ...rest] = path as [string, ...string[]];
	const place = target as Record<string, unknown>;
	if (rest.length) put(place[name] as object, rest, text);
	else place[name] = isList(place[name]) ? linesOf(text) : text;
}

function isList(value: unknown): value is string[] {
	return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
