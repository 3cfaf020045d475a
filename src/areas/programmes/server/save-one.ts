import {
	isBlank,
	isSame,
	mostText,
	sizeOf,
	typedIn,
	typedText,
	wrongSentence,
	type Answer,
	type Question,
	type Typed
} from '#areas/forms';
import type { Context } from '#server/use-case';
import { saveFile } from './expression-files.ts';
import { keep, type Outcome } from './keep-answer.ts';
import type { Whole } from './whole.ts';

type Fields = Record<string, unknown>;

export async function saveOne(
	context: Context,
	whole: Whole,
	question: Question,
	fields: Fields
): Promise<Outcome> {
	const kept = whole.answers[question.key];
	if (question.kind === 'file' || question.kind === 'recording')
		return saveFile(context, whole, question, fields);
	const typed = typedIn(question, fields);
	if (typed === undefined || isSame(typed, kept?.typed ?? null)) return { answer: kept };
	const unsaved = whyNot(question, typed);
	if (unsaved) return { answer: { value: null, version: 0, ...kept, typed }, unsaved };
	if (isStale(question, kept, fields))
		return { answer: { ...kept!, typed }, meanwhile: typedText(question, kept!.typed).join('\n') };
	return { answer: await keep(context, whole, question, typed) };
}

/** The one thing that is not kept: more than a page can hold. */
function whyNot(question: Question, typed: Typed): string | undefined {
	return sizeOf(typed) > mostText ? wrongSentence(question, { code: 'too-long' }) : undefined;
}

/** The page was opened before somebody else saved something else. */
function isStale({ key }: Question, kept: Answer | undefined, fields: Fields): boolean {
	return kept !== undefined && !isBlank(kept.typed) && Number(fields[`${key}-version`] ?? 0) !== kept.version;
}
