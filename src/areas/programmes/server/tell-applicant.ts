import type { Context, Details } from '#server/use-case';
import { findAnswers } from './answer.sql.ts';
import { writeTo } from './expression-letters.ts';
import { findExpressionById, type ExpressionRow } from './expression.sql.ts';
import { emailOf } from './sending.ts';
import { tellOnce } from './told.sql.ts';

/** Which letter; and the instant that it is about: for another one people are told again. */
export type Telling = { template: string; what: string; about: Date };

/** One letter, once for each instant that it is about; to whoever gave an address, as long as there is an application. */
export async function tellApplicant(
	context: Context,
	expression: ExpressionRow | undefined,
	{ template, what, about }: Telling,
	more: Details = {}
): Promise<void> {
	if (!expression || expression.erasedAt) return;
	const { id, locale } = expression;
	const email = emailOf({ answers: await findAnswers(context.db, id) });
	if (!email || !(await tellOnce(context.db, { expression: id, what, about, at: context.now }))) return;
	await writeTo(context, template, { expression: id, email, locale }, more);
}

/** The same, of its id. */
export async function tellApplicantOf(
	context: Context,
	id: string,
	telling: Telling,
	more: Details = {}
): Promise<void> {
	await tellApplicant(context, await findExpressionById(context.db, id), telling, more);
}
