import * as m from '#words';

type Message = (inputs: Record<string, unknown>) => string;
/** Chosen by code; words: problem_* and words: common_field_* */
const messages = m as unknown as Record<string, Message | undefined>;

/** The sentence for a Problem's code, in the reader's language: 'call-closed' → problem_call_closed. */
export function sentenceOf(code: string, details: Record<string, unknown> = {}): string {
	const message = messages[`problem_${underscored(code)}`];
	return message ? message(details) : m.problem_unusable();
}

/** The sentence for one field's code: 'not-an-email' → common_field_not_an_email. The label says which field. */
export function fieldSentence(code: string, label: string, details: Record<string, unknown> = {}): string {
	const message = messages[`common_field_${underscored(code)}`] ?? m.common_field_wrong_kind;
	return message({ label, ...details });
}

function underscored(code: string): string {
	return code.replaceAll('-', '_');
}
