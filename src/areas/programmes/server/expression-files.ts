import { kindsFor, type KeptFile, type Question, type Typed, type Value } from '#areas/forms';
import type { FileKind } from '#shared/file-kinds';
import { Problem } from '#shared/problem';
import { purgeFile, storeFile, type Owner } from '#server/files';
import type { Context } from '#server/use-case';
import { sentenceOf } from '#words/problems';
import { deleteTranscriptOf } from '../transcripts/server/transcript.sql.ts';
import { typist } from './expression-policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { findCall } from './call.sql.ts';
import { findExpression, findExpressionById, type ExpressionRow } from './expression.sql.ts';
import { findForPanelById } from '../panel/server/panel-list.sql.ts';
import { viewsFor } from '../panel/server/reading.ts';
import { sittingOf } from '../panel/server/sitting.ts';
import { keep, type Outcome } from './keep-answer.ts';
import { readerOf, readWhole, type Whole } from './whole.ts';

export type FileQuestion = Extract<Question, { kind: 'file' | 'recording' }>;

const mostTogether = 500_000_000;

/** A file comes in place of the one before; the button beside it takes it away; anything else leaves it. */
export async function saveFile(
	context: Context,
	whole: Whole,
	question: FileQuestion,
	fields: Record<string, unknown>
): Promise<Outcome> {
	const kept = whole.answers[question.key];
	const sent = [fields[question.key]].flat().find((one) => one instanceof File);
	const removed = fields['remove'] === question.key;
	if (!sent && !removed) return { answer: kept };
	try {
		const file = sent ? await stored(context, whole, question, sent) : null;
		await forget(context, whole, kept?.typed ?? null);
		return { answer: await keep(context, whole, question, file) };
	} catch (problem) {
		return { answer: kept, unsaved: refusalOf(problem) };
	}
}

export function ownerOf({ expression }: { expression: { id: string } }): Owner {
	return { kind: 'expression', id: expression.id };
}

async function stored(context: Context, whole: Whole, question: FileQuestion, from: File): Promise<KeptFile> {
	const { id, name, kind, size } = await storeFile(context, {
		from,
		name: from.name,
		owner: ownerOf(whole),
		allowed: allowedIn(question),
		limits: limitsOf(question)
	});
	return { file: id, name, kind, bytes: size };
}

export function allowedIn(question: FileQuestion): readonly FileKind[] {
	return question.kind === 'file' ? question.accept : kindsFor(question.media);
}

/** Of one file, and of all that an application keeps. */
export function limitsOf({ mostMegabytes }: FileQuestion) {
	return { bytes: mostMegabytes * 1_000_000, files: 20, total: mostTogether };
}

/** The file of an answer that is no longer its answer. */
export async function forget(
	context: Context,
	whole: { expression: { id: string } },
	typed: Typed
): Promise<void> {
	if (typed === null || typeof typed !== 'object' || !('file' in typed)) return;
	await deleteTranscriptOf(context.db, whole.expression.id, typed.file);
	await purgeFile(context, ownerOf(whole), typed.file);
}

/** What is wrong with the file is said beside it, and the rest of the page is saved. */
function refusalOf(problem: unknown): string {
	if (problem instanceof Problem && problem.code.startsWith('file-'))
		return sentenceOf(problem.code, problem.details);
	throw problem;
}

/**
 * Whoever may see the expression, and the answer that the file is: the scan of a paper may show access needs, and what
 * is for later is read after the decision.
 */
export async function mayReadFile(context: Context, { id }: { id: string }, file: string): Promise<boolean> {
	const { db, actor, now } = context;
	const row = await findExpressionById(db, id);
	const expression = row?.reference ? await findExpression(db, actor, row.reference) : undefined;
	if (!expression) return row !== undefined && mayPanelRead(context, row, file);
	if (expression.enteredFrom !== null && typist(actor, { expression })) return true;
	const whole = await readWhole(context, expression);
	const answers = Object.entries(whole.answers).filter(([, { typed, value }]) => holds([typed, value], file));
	const seen = seenIn(expressionFor(await readerOf(context, expression), whole, now));
	return answers.every(([key]) => seen.has(key));
}

/** Somebody on the panel, when their own page of the expression shows the file. */
async function mayPanelRead(
	context: Context,
	{ id, call: of }: ExpressionRow,
	file: string
): Promise<boolean> {
	const call = await findCall(context.db, of);
	const sitting = call && (await sittingOf(context, call));
	const expression = sitting && (await findForPanelById(context.db, sitting, id));
	const [view] = expression ? await viewsFor(context, sitting, [expression]) : [];
	return (view?.sections ?? []).some(({ answers }) => answers.some((answer) => answer.file?.file === file));
}

/** Typed, or as it was sent while it is being changed. */
function holds(parts: readonly (Typed | Value)[], file: string): boolean {
	return parts.some(
		(part) => typeof part === 'object' && part !== null && 'file' in part && part.file === file
	);
}

function seenIn({ sections }: ExpressionView): Set<string> {
	return new Set(sections.flatMap(({ answers }) => answers.map(({ key }) => key)));
}
