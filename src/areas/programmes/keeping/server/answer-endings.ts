import { questionsOf, say, type Question, type Typed, type Value } from '#areas/forms';
import { listVersions, versionOf } from '#areas/forms/server';
import { dayOf } from '#shared/dates';
import type { Context } from '#server/use-case';
import { ownEnd } from '../../call.ts';
import { decisionDay, stateOf } from '../../expression.ts';
import { endOfAnswer, endsEarly } from '../../form/keeping.ts';
import type { Moment } from '../../server/call-views.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { isAmongMany } from '../../server/expression-views.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { starterForm, type Audience } from '../../starter-form.ts';
import { listAnswersTo, type KeptAnswer } from './answer-ending.sql.ts';

/** An answer that goes before its application does. */
export type AnswerEnding = {
	at: Date;
	expression: string;
	call: StandingCall;
	question: Question<Audience>;
	typed: Typed;
};
/** What goes on one day of one question. */
export type QuestionEnding = { at: Moment; key: string; question: string; count: number };

type Asked = Question<Audience>;

/** Of sent applications of one call, every answer whose question says an end of its own. */
export async function answerEndings(
	context: Context,
	call: StandingCall,
	rows: readonly ExpressionRow[]
): Promise<AnswerEnding[]> {
	const sent = rows.filter((row) => stateOf(row) === 'sent');
	const forms = await questionsByVersion(context, call);
	const keys = [
		...new Set(
			[...forms.values()].flatMap((form) => [...form.values()].filter(endsEarly)).map(({ key }) => key)
		)
	];
	if (!sent.length || !keys.length) return [];
	const ids = sent.map(({ id }) => id);
	const answers = await listAnswersTo(context.db, ids, [...keys, 'access', 'access-until']);
	const byExpression = Map.groupBy(answers, ({ expression }) => expression);
	return sent.flatMap((row) => endingsOf(row, call, forms, byExpression.get(row.id) ?? []));
}

/** Every question that a version of the call's form asks, the newest version first. */
export async function everyQuestionOf(context: Context, call: StandingCall): Promise<Asked[]> {
	return [...(await questionsByVersion(context, call)).values()].flatMap((form) => [...form.values()]);
}

/** As stored, since a question whose list is empty by now was asked all the same. */
async function questionsByVersion(
	context: Context,
	call: StandingCall
): Promise<Map<string, Map<string, Asked>>> {
	const lines = call.form ? await listVersions(context, call.form) : [];
	const forms = new Map<string, Map<string, Asked>>();
	for (const { id } of lines) forms.set(id, byKey((await versionOf(context, id)).content));
	return forms.size ? forms : new Map([['', byKey(starterForm(call))]]);
}

function byKey(form: Parameters<typeof questionsOf>[0]): Map<string, Asked> {
	return new Map(questionsOf(form).map((question) => [question.key, question as Asked]));
}

/** By the version that it was answered to; what that one does not ask, by the newest that did. */
function endingsOf(
	row: ExpressionRow,
	call: StandingCall,
	forms: Map<string, Map<string, Asked>>,
	answers: readonly KeptAnswer[]
): AnswerEnding[] {
	const questionFor = (key: string) =>
		forms.get(row.formVersion)?.get(key) ?? [...forms.values()].find((form) => form.has(key))?.get(key);
	const accessEnds = endOfDay(answers.find(({ question }) => question === 'access-until')?.value);
	const ends = answers.flatMap(({ question: key, typed }) => {
		const question = questionFor(key);
		const at = question && endsEarly(question) ? endOf(question, call, row, accessEnds) : null;
		return question && at ? [{ at, expression: row.id, call, question, typed }] : [];
	});
	return afterAccess(ends, answers);
}

/** The day until which needs may be read stays as long as they do: without it they would be open for longer. */
function afterAccess(ends: readonly AnswerEnding[], answers: readonly KeptAnswer[]): AnswerEnding[] {
	if (!answers.some(({ question }) => question === 'access')) return [...ends];
	const access = ends.find(({ question }) => question.key === 'access');
	return ends.flatMap((one) => {
		if (one.question.key !== 'access-until') return [one];
		return access ? [{ ...one, at: new Date(Math.max(Number(one.at), Number(access.at))) }] : [];
	});
}

function endOf(
	question: Asked,
	call: StandingCall,
	row: ExpressionRow,
	accessEnds: Date | undefined
): Date | null {
	if (call.closesAt || call.closedAt)
		return endOfAnswer(question, call, { decided: decisionDay(call, ownEnd(call, row)), accessEnds });
	const forAccess = question.neededBy?.length && question.neededBy.every((need) => need === 'access');
	return (forAccess && accessEnds) || null;
}

/** The first instant (UTC) after the day that an applicant set. */
function endOfDay(value: Value | undefined): Date | undefined {
	return typeof value === 'string' ? new Date(Date.parse(`${value}T00:00:00Z`) + 86_400_000) : undefined;
}

/** What ends on the same day is one line for each question. What people need is counted nowhere. */
export function questionGroups(endings: readonly AnswerEnding[], now: Date): QuestionEnding[] {
	const shown = endings.filter(({ question, call }) => isAmongMany(question, call, now));
	const groups = Map.groupBy(shown, ({ at, call, question }) => `${dayOf(at, call.zone)} ${question.key}`);
	return [...groups.values()]
		.map((group) => {
			const { at, call, question } = group[0]!;
			return {
				at: { instant: at, zone: call.zone },
				key: question.key,
				question: say(question.label),
				count: group.length
			};
		})
		.toSorted((a, b) => Number(a.at.instant) - Number(b.at.instant));
}
