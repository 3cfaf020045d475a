import { isBlank, questionsOf, type Answers, type Form, type Question } from '#areas/forms';
import type { Context } from '#server/use-case';
import { everyFormOf, formOfVersion, formsOfVersions } from '../form/server/reading.ts';
import { asOnPaper } from '../paper-form.ts';
import type { Audience } from '../starter-form.ts';
import { findAnswers, findAnswersOf } from './answer.sql.ts';
import { coOf } from '../together/server/who.ts';
import { alone, findWriters, type Writers } from '../together/server/writer.sql.ts';
import { isArranger } from './arranger.sql.ts';
import type { PanelReader } from '../panel/server/blanked.ts';
import { findCall, type StandingCall } from './call.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { typedBy } from './typed-by.ts';
import { transcriptsOf, type Transcripts } from '../transcripts/server/beside.ts';
import { withinSetting } from '../uploads/server/within-setting.ts';

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
	/** What staff wrote down of its recordings, by question. */
	transcripts: Transcripts;
	/** Of several people, who leads and who wrote each answer last: for them alone. */
	writers: Writers;
};

/** `held`: the call, where the use case has it in its hands already. */
export async function readWhole(
	context: Context,
	expression: ExpressionRow,
	held?: StandingCall
): Promise<Whole> {
	const call = held ?? (await findCall(context.db, expression.call))!;
	const form = formFor(expression, await formOfVersion(context, call, expression.formVersion));
	const writers = context.actor.kind === 'applicant' ? await findWriters(context.db, expression.id) : alone;
	const all = await findAnswers(context.db, expression.id);
	const left = await leftBehind(context, call, form, all);
	const transcripts = await transcriptsOf(context, new Map([[expression.id, all]]));
	const hidden = needsOfOthers(context, [...questionsOf(form), ...left], writers);
	return {
		expression,
		call,
		form,
		answers: Object.fromEntries(Object.entries(all).filter(([key]) => !hidden.has(key))),
		leftBehind: left.filter(({ key }) => !hidden.has(key)),
		typedBy: await typedBy(context, expression),
		transcripts: transcripts.get(expression.id) ?? {},
		writers
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
	const transcripts = await transcriptsOf(context, answers);
	const wholes = rows.map(async (expression) => ({
		expression,
		call,
		form: formFor(expression, forms.get(expression.formVersion)!),
		answers: answers.get(expression.id) ?? {},
		leftBehind: [],
		typedBy: await typedBy(context, expression),
		transcripts: transcripts.get(expression.id) ?? {},
		writers: alone
	}));
	return Promise.all(wholes);
}

/** Of several people, each has before them what they need themselves, and not what another needs. */
function needsOfOthers({ actor }: Context, questions: readonly Question[], writers: Writers): Set<string> {
	if (actor.kind !== 'applicant') return new Set();
	const others = questions.filter(
		({ key, seenBy }) => seenBy === 'access' && !isOwn(coOf(actor), key, writers)
	);
	return new Set(others.map(({ key }) => key));
}

/** Whoever wrote it; as long as nobody did, the lead. */
export function isOwn(co: string | null, key: string, { lead, wrote }: Writers): boolean {
	return (wrote[key]?.writer ?? lead) === co;
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
	const taken = withinSetting(form);
	return enteredFrom ? asOnPaper(taken) : taken;
}

/**
 * Who looks, as far as views differ. `co`: which of several people it is; whoever types for an applicant reads as they
 * do. `arranges`: staff named for arranging access for this call. The panel reads what is for it, with names or without.
 */
export type Reader =
	{ is: 'applicant'; co: string | null } | { is: 'staff'; arranges: boolean } | PanelReader;

/** An applicant, or whoever types up their paper. */
export function asApplicant({ actor }: Pick<Context, 'actor'>): Reader {
	return { is: 'applicant', co: coOf(actor) };
}

export async function readerOf({ db, actor, now }: Context, { call }: { call: string }): Promise<Reader> {
	if (actor.kind !== 'person') return asApplicant({ actor });
	return { is: 'staff', arranges: await isArranger(db, call, actor.id, now) };
}
