import * as m from '#words';

type Message = (inputs: Record<string, unknown>) => string;

/** The sentence for a Problem's code, in the reader's language: 'call-closed' → problem_call_closed. */
export function sentenceOf(code: string, details: Record<string, unknown> = {}): string {
	const message = (m as unknown as Record<string, Message>)[`problem_${code.replaceAll('-', '_')}`];
	return message ? message(details) : m.problem_unusable();
}
