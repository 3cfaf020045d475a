import { fieldSentence } from './problems.ts';

/** What a form action gives back when it could not do what was asked. */
export type Refusal = {
	sentence: string;
	details: Record<string, unknown>;
	fields: Readonly<Record<string, string>>;
	typed: Record<string, string | string[]>;
};

/**
 * A form that came back, for its page: the lines of the summary, the sentence beside each field, and what was typed.
 * `labels` has every field of the form, in its order.
 */
export function cameBack(form: Partial<Refusal> | null | undefined, labels: Record<string, string>) {
	const fields = form?.fields ?? {};
	const sentences = Object.entries(labels).flatMap(([field, label]) => {
		const code = fields[field];
		return code ? [{ field, text: fieldSentence(code, label, form?.details) }] : [];
	});
	const errors = form?.sentence && !sentences.length ? [{ text: form.sentence }] : sentences;
	return {
		errors: errors as { field?: string; text: string }[],
		error: (field: string) => sentences.find((one) => one.field === field)?.text,
		typed: (field: string) => [form?.typed?.[field] ?? ''].flat().join('\n')
	};
}

/** Words that somebody wrote, as far as they can be told from what a form sends by itself: a code, a choice, a number. */
export function isWriting(text: string): boolean {
	return /\S\s+\S|\p{Lo}|^\s*\p{Lu}\p{Ll}+\p{P}*\s*$/u.test(text);
}
