import * as m from '#words';
import type { Fault } from './form-json.ts';
import { questionsOf } from './progress.ts';
import type { Form } from './question.ts';
import { say } from './words.ts';

/** Chosen by code; words: form_fault_* */
const messages = m as unknown as Record<string, ((inputs: Record<string, unknown>) => string) | undefined>;

/**
 * The sentence for a fault. It names the question by its label where the form has one that can be read, by its key
 * where not, and by its place where it has neither.
 */
export function faultSentence(fault: Fault, form?: Pick<Form, 'sections'>): string {
	const { code, question, at, ...more } = fault;
	const known = form && question ? questionsOf(form).find(({ key }) => key === question) : undefined;
	const place = known ? say(known.label) : (question ?? at);
	const message = messages[`form_fault_${code.replaceAll('-', '_')}`] ?? m.form_fault_wrong_kind;
	return message({ ...more, place });
}
