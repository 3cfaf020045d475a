import { namesOf } from '#shared/file-kinds';
import * as m from '#words';
import type { DateParts, KeptFile, Typed } from '../answer.ts';
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

/** Browsers send nothing for these when nothing is selected. */
export function isBoxes(kind: QuestionKind): boolean {
	return kind === 'choice' || kind === 'several' || kind === 'statement';
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
	return kind === 'date' ? `${key}-day` : key;
}
