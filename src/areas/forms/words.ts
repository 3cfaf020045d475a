import * as messages from '#words';
import { getLocale, type Locale } from '#words/addresses';
import { sentenceOfDay } from '#words/dates';

export type MessageKey = keyof typeof messages;
/** A text of ours in every language; what a host wrote; or what it wrote in several languages, `main` always among them. */
export type Words =
	| { message: MessageKey; inputs?: Record<string, unknown> }
	| { text: string }
	| { texts: Partial<Record<Locale, string>>; main: Locale };

/** A text, and its language where that is not the reader's: nobody translated it yet. */
export type Said = { text: string; lang?: Locale };

type Message = (inputs: Record<string, unknown>, options: { locale?: Locale }) => string;
const byKey = messages as unknown as Record<string, Message | undefined>;

/** The text in the reader's language, or in that of whom a mail goes to. */
export function say(words: Words, locale?: Locale): string {
	return saidIn(words, locale).text;
}

/** The same with its language, for the `lang` of the element around it. */
export function saidIn(words: Words, locale: Locale = getLocale()): Said {
	if ('text' in words) return { text: words.text };
	if ('texts' in words) return translated(words, locale);
	return { text: byKey[words.message]?.(inputsIn(words.inputs ?? {}, locale), { locale }) ?? words.message };
}

/** A day among the inputs is said as people say it: `{ day: '2026-03-11' }`. */
function inputsIn(inputs: Record<string, unknown>, locale: Locale): Record<string, unknown> {
	const said = Object.entries(inputs).map(([name, input]) => [
		name,
		isDay(input) ? sentenceOfDay(input.day, locale) : input
	]);
	return Object.fromEntries(said) as Record<string, unknown>;
}

function isDay(input: unknown): input is { day: string } {
	return typeof input === 'object' && input !== null && 'day' in input;
}

function translated({ texts, main }: Extract<Words, { texts: unknown }>, locale: Locale): Said {
	const own = texts[locale]?.trim() ? texts[locale] : undefined;
	if (own !== undefined || locale === main) return { text: own ?? texts[main] ?? '' };
	return { text: texts[main] ?? '', lang: main };
}

/** Is there such a sentence of ours? Forms are kept for ever and come from files: their keys are only words. */
export function isMessage(key: string): key is MessageKey {
	return Object.hasOwn(messages, key);
}
