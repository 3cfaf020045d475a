import * as v from 'valibot';
import { FormShape } from './form.schema.ts';
import type { StoredForm } from './question.ts';
import { most } from './shape.ts';

/** One thing that is wrong with a form: a code, the question that has it, and the place as a path of entries. */
export type Fault = { code: string; question?: string; at: string; [limit: string]: unknown };
export type FormRead = { form: StoredForm; faults?: never } | { form?: never; faults: Fault[] };

const mostFaults = 50;

/** Any JSON value as a form, or everything that is wrong with it. */
export function readForm(any: unknown): FormRead {
	const result = v.safeParse(FormShape, any);
	if (result.success) return { form: result.output };
	return { faults: result.issues.slice(0, mostFaults).map((issue) => faultOf(issue, any)) };
}

/** A file as it was exported, or written by hand. */
export function formFromJson(text: string): FormRead {
	if (text.length > most.bytes) return { faults: [{ code: 'too-long', at: '' }] };
	try {
		return readForm(JSON.parse(text.replace(/^\uFEFF/, '')));
	} catch {
		return { faults: [{ code: 'not-json', at: '' }] };
	}
}

/** The same form gives the same bytes, in whatever order its entries came. */
export function formAsJson(form: StoredForm): string {
	return `${JSON.stringify(v.parse(FormShape, form), null, '\t')}\n`;
}

function faultOf(issue: v.BaseIssue<unknown>, form: unknown): Fault {
	const at = v.getDotPath(issue) ?? '';
	const question = keyAt(form, at);
	return { code: codeOf(issue), at, ...(question === undefined ? {} : { question }) };
}

/** Our own messages are codes; valibot's are sentences in English. */
function codeOf({ message, received }: v.BaseIssue<unknown>): string {
	if (/^[a-z]+(-[a-z0-9]+)*$/.test(message)) return message;
	return received === 'undefined' ? 'missing' : 'wrong-kind';
}

/** The key of the question in which it stands, if it is in one and has a key. */
function keyAt(form: unknown, at: string): string | undefined {
	const place = /^sections\.\d+\.pages\.\d+\.questions\.\d+/.exec(at)?.[0];
	let found: unknown = place === undefined ? undefined : form;
	for (const step of place?.split('.') ?? []) found = (found as Record<string, unknown>)[step];
	const key = (found as { key?: unknown } | undefined)?.key;
	return typeof key === 'string' ? key.slice(0, 100) : undefined;
}
