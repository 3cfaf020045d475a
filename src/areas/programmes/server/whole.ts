import type { Answers, Form } from '#areas/forms';
import type { Context } from '#server/use-case';
import { asOnPaper } from '../paper-form.ts';
import { starterForm, type Audience } from '../starter-form.ts';
import { findAnswers, findAnswersOf } from './answer.sql.ts';
import { isArranger, listArrangers } from './arranger.sql.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { typedBy } from './typed-by.ts';

/** An expression with everything it hangs on. Only views make something to show of it. */
export type Whole = {
	expression: ExpressionRow;
	call: StandingCall;
	form: Form<Audience>;
	answers: Answers;
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
	const form = await formOf(context, call);
	return {
		expression,
		call,
		form: formFor(expression, form),
		answers: await findAnswers(context.db, expression.id),
		typedBy: await typedBy(context, expression)
	};
}

/** Many of one call, with as few questions to the database as for one. */
export async function readWholes(
	context: Context,
	rows: readonly ExpressionRow[],
	call: StandingCall
): Promise<Whole[]> {
	const form = await formOf(context, call);
	const answers = await findAnswersOf(
		context.db,
		rows.map(({ id }) => id)
	);
	const wholes = rows.map(async (expression) => ({
		expression,
		call,
		form: formFor(expression, form),
		answers: answers.get(expression.id) ?? {},
		typedBy: await typedBy(context, expression)
	}));
	return Promise.all(wholes);
}

function formFor({ enteredFrom }: ExpressionRow, form: Form<Audience>): Form<Audience> {
	return enteredFrom ? asOnPaper(form) : form;
}

/** The call's form, in the language of whoever reads. */
export async function formOf({ db, now }: Context, call: StandingCall): Promise<Form<Audience>> {
	const arrangers = await listArrangers(db, call.id, now);
	return starterForm({ content: call.content, zone: call.zone, arrangers });
}

/** Who looks, as far as views differ. `arranges`: staff named for arranging access for this call. */
export type Reader = { is: 'applicant' } | { is: 'staff'; arranges: boolean };

export async function readerOf({ db, actor, now }: Context, { call }: { call: string }): Promise<Reader> {
	if (actor.kind !== 'person') return { is: 'applicant' };
	return { is: 'staff', arranges: await isArranger(db, call, actor.id, now) };
}
