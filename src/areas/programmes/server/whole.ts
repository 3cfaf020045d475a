import { isBlank, questionsOf, type Answers, type Form, type Question } from '#areas/forms';
import type { Context } from '#server/use-case';
import { everyFormOf, formOfVersion, formsOfVersions } from '../form/server/reading.ts';
import { asOnPaper } from '../paper-form.ts';
import type { Audience } from '../starter-form.ts';
import { findAnswers, findAnswersOf } from './answer.sql.ts';
import { isArranger } from './arranger.sql.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { typedBy } from './typed-by.ts';

/** An expression with everything it hangs on. Only views make something to show of it. */
export type Whole = {
	expression: ExpressionRow;
	call: StandingCall;
	/** The version with which it was begun, in the setting of its call. */
	form: Form<Audience>;
	answers: Answers;
	/** What an earlier version of the form asked, and this one does not: what was typed there is kept for its writer. */
	leftBehind: Question[];
	/** Who typed up what came on paper or by telephone, in their order. */
	typedBy: string[];
};

/** `held`: the call, where the use case has it in its hands already. */
export async function readWhole(
	context: Context,
	expression: ExpressionRow,
	held?: StandingCall
): Promise<Whole> {
	const call = held ?? (await findCall(context.db, expression.call))!;
	const form = await formOfVersion(context, call, expression.formVersion);
	const answers = await findAnswers(context.db, expression.id);
	const asked = formFor(expression, form);
	return {
		expression,
		call,
		form: asked,
		answers,
		leftBehind: await leftBehind(context, call, asked, answers),
		typedBy: await typedBy(context, expression)
	};
}

/** Many of one call, with as few questions to the database as for one. */
export async function readWholes(
	context: Context,
	rows: readonly ExpressionRow[],
	call: StandingCall
): Promise<Whole[]> {
	const versions = rows.map(({ formVersion }) => formVersion);
	const forms = await formsOfVersions(context, call, versions);
	const answers = await findAnswersOf(
		context.db,
		rows.map(({ id }) => id)
	);
	const wholes = rows.map(async (expression) => ({
		expression,
		call,
		form: formFor(expression, forms.get(expression.formVersion)!),
		answers: answers.get(expression.id) ?? {},
		leftBehind: [],
		typedBy: await typedBy(context, expression)
	}));
	return Promise.all(wholes);
}

async function leftBehind(
	context: Context,
	call: StandingCall,
	form: Form<Audience>,
	answers: Answers
): Promise<Question[]> {
	const here = new Set(questionsOf(form).map(({ key }) => key));
	const lost = Object.keys(answers).filter((key) => !here.has(key) && !isBlank(answers[key]!.typed));
	if (!lost.length) return [];
	const before = (await everyFormOf(context, call)).flatMap(questionsOf);
	return lost.flatMap((key) => before.find((question) => question.key === key) ?? []);
}

function formFor({ enteredFrom }: ExpressionRow, form: Form<Audience>): Form<Audience> {
	return enteredFrom ? asOnPaper(form) : form;
}

/** Who looks, as far as views differ. `arranges`: staff named for arranging access for this call. */
export type Reader = { is: 'applicant' } | { is: 'staff'; arranges: boolean };

export async function readerOf({ db, actor, now }: Context, { call }: { call: string }): Promise<Reader> {
	if (actor.kind !== 'person') return { is: 'applicant' };
	return { is: 'staff', arranges: await isArranger(db, call, actor.id, now) };
}
