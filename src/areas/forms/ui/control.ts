import { namesOf } from '#shared/file-kinds';
import * as m from '#words';
import type { AddressParts, DateParts, KeptFile, Typed } from '../answer.ts';
import type { QuestionKind } from '../question.ts';
import type { ShownQuestion } from '../show.ts';

export function textTyped(typed: Typed): string {
	return typeof typed === 'string' ? typed : '';
}

/** A date that came as one text stands in the first box, where it can be seen and mended. */
export function dateParts(typed: Typed): DateParts {
	const whole = { day: textTyped(typed), month: '', year: '' };
	return typed !== null && typeof typed === 'object' && 'day' in typed ? typed : whole;
}

/** An address that came as one text stands in its first line. */
export function addressOf(typed: Typed): Partial<AddressParts> {
	if (typed !== null && typeof typed === 'object' && 'line1' in typed) return typed;
	return { line1: textTyped(typed) };
}

/** Options that came in their order have the places 1, 2, 3. */
export function ranksOf(typed: Typed): Record<string, string> {
	if (Array.isArray(typed)) return Object.fromEntries(typed.map((value, n) => [value, String(n + 1)]));
	return typed !== null && typeof typed === 'object' && 'ranks' in typed ? typed.ranks : {};
}

/** The answer and its reason; where a question may be left open, how that is said. */
export function yesNoOf({ typed, options }: Pick<ShownQuestion, 'typed' | 'options'>) {
	const unsaid = options.find(({ value }) => value === '')?.label;
	if (typed !== null && typeof typed === 'object' && 'answer' in typed) return { ...typed, unsaid };
	return { answer: textTyped(typed), unsaid };
}

/** Browsers send nothing for these when nothing is selected. */
export function isBoxes(kind: QuestionKind): boolean {
	return ['choice', 'several', 'statement', 'ranking', 'yes-no'].includes(kind);
}

/** What a file question takes, in words, and the file it has. */
export function fileLimits({ ask, typed }: ShownQuestion) {
	if (ask.kind !== 'file') return {};
	const limits = m.common_form_file_limits({ kinds: namesOf(ask.accept), limit: ask.mostMegabytes });
	return { limits, kept: isKept(typed) ? { name: typed.name } : undefined };
}

export function isKept(typed: Typed): typed is KeptFile {
	return typed !== null && typeof typed === 'object' && 'file' in typed;
}

/** Where the error summary leads: a date begins with its day. */
export function firstField({ key, kind }: ShownQuestion): string {
	if (kind === 'address') return `${key}-line1`;
	return kind === 'date' ? `${key}-day` : key;
}
