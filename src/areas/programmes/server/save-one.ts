import {
	isBlank,
	isSame,
	mostText,
	sizeOf,
	typedIn,
	wrongSentence,
	type Answer,
	type Question,
	type Typed
} from '#areas/forms';
import type { Context } from '#server/use-case';
import { bothTexts, chosen, keepBeside, letGo } from '../together/server/both-texts.ts';
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
	const mine = typedIn(question, fields);
	const choice = mine === undefined ? undefined : await chosen(context, whole, question, fields, mine);
	const typed = choice ? choice.typed : mine;
	if (choice && mine !== undefined) await keepBeside(context, whole, question, mine);
	if (typed === undefined || isSame(typed, kept?.typed ?? null)) return { answer: kept };
	const unsaved = whyNot(question, typed);
	if (unsaved) return { answer: { value: null, version: 0, ...kept, typed }, unsaved };
	if (isStale(question, kept, fields)) {
		await keepBeside(context, whole, question, typed);
		return { answer: { ...kept!, typed }, ...bothTexts(whole, question, kept!) };
	}
	await letGo(context, whole, question, typed);
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
