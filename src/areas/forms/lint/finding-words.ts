import * as m from '#words';
import { nameOfLanguage } from '#words/tongues';
import type { Finding, FindingCode, Severity } from './finding.ts';

type Message = (inputs: Record<string, unknown>) => string;
/** Chosen by code; words: builder_finding_* and words: builder_todo_* */
const messages = m as unknown as Record<string, Message>;

/** A finding as people read it: what was found, and what to do. */
export type FindingShown = { severity: Severity; code: FindingCode; says: string; todo: string };

export function sayFinding({ code, severity, words, count, other, languages }: Finding): FindingShown {
	const inputs = {
		words: words ?? '',
		count: count ?? 0,
		other: other ?? '',
		languages: (languages ?? []).map(nameOfLanguage).join(', ')
	};
	const key = code.replaceAll('-', '_');
	return {
		code,
		severity,
		says: messages[`builder_finding_${key}`]!(inputs),
		todo: messages[`builder_todo_${key}`]!(inputs)
	};
}
