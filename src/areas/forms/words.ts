import * as messages from '#words';
import type { Locale } from '#words/addresses';

export type MessageKey = keyof typeof messages;
/** A text of ours in every language, or what a host wrote in its own. */
export type Words = { message: MessageKey; inputs?: Record<string, unknown> } | { text: string };

type Message = (inputs: Record<string, unknown>, options: { locale?: Locale }) => string;
const byKey = messages as unknown as Record<MessageKey, Message>;

/** The text in the reader's language, or in that of whom a mail goes to. */
export function say(words: Words, locale?: Locale): string {
	if ('text' in words) return words.text;
	return byKey[words.message](words.inputs ?? {}, locale ? { locale } : {});
}
