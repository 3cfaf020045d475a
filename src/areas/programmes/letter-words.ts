import * as m from '#words';

/** Where a letter stands, in the words of the outbox. words: mail_state_* */
export function letterWords(state: string): string {
	const message = (m as unknown as Record<string, (() => string) | undefined>)[`mail_state_${state}`];
	return message?.() ?? state;
}
