import { isBlank, obstacles, say, wrongSentence } from '#areas/forms';
import { Problem } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { keepCard } from '../caseload/server/cards.ts';
import { InCall } from '../expression-desk.schema.ts';
import { ByReference, SendExpression } from '../expression.schema.ts';
import { dayOfPurge } from '../expression.ts';
import { formOfVersion } from '../form/server/reading.ts';
import { findPublishedCall, holdCall } from './call.sql.ts';
import { holderOrWhoTyped, holding } from './expression-policy.ts';
import { standingOf, type Standing } from '../together/server/pages.ts';
import { anyOfThemOrTypist } from '../together/server/policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { insertSubmission, lockExpression } from './expression.sql.ts';
import { mustTakeChanges } from './save-answers.ts';
import { asApplicant, readerOf, readWhole, type Whole } from './whole.ts';

/** What is in the way of sending: the sentence, and the page on which it is mended. */
export type InTheWay = { key: string; page: string; sentence: string };
export type CheckView = {
	expression: ExpressionView;
	/** The page on which each answer is changed. */
	pageOf: Record<string, string>;
	inTheWay: InTheWay[];
	/** What is asked of everybody and does not stand on the paper: it is left out, and nobody invents it. */
	leftOut: { key: string; page: string; label: string }[];
	equalityAsked: boolean;
	standing: Standing;
};

/** Everything answered, to read through before it is sent. */
export const checkAnswers = useCase('programmes.checkAnswers', {
	input: ByReference,
	on: holding,
	may: anyOfThemOrTypist,
	async run(context, _, { expression, person }) {
		const whole = await readWhole(context, expression);
		return {
			expression: expressionFor(asApplicant(context), whole, context.now),
			pageOf: pagesOf(whole),
			inTheWay: inTheWay(whole),
			leftOut: await leftOut(context, whole),
			equalityAsked: expression.equalityAsked,
			standing: standingOf(person, whole)
		} satisfies CheckView;
	}
});

/**
 * Sends it, by the server's clock, with the call held still meanwhile. Sent twice, it is one expression and the first
 * instant counts.
 */
export const sendExpression = useCase('programmes.sendExpression', {
	input: SendExpression,
	on: holding,
	may: holderOrWhoTyped,
	async run(context, { copy }, { expression: { id } }) {
		const expression = await lockExpression(context.db, id);
		const sent = { reference: expression.reference! };
		if (expression.submittedAt && !expression.withdrawnAt) return sent;
		const call = (await holdCall(context.db, expression.call))!;
		mustTakeChanges(call, expression, context.now);
		mustBeComplete(await readWhole(context, expression, call));
		if (await insertSubmission(context.db, id, context.now, copy ?? false)) {
			await keepCard(context, id);
			await context.record('expression.submitted', { id, call: expression.call });
		}
		return sent;
	}
});

/** The confirmation, which can be read again at any time. */
export const showSent = useCase('programmes.showSent', {
	input: ByReference,
	on: async (context, input) => {
		const held = await holding(context, input);
		return held?.expression.submittedAt ? held : undefined;
	},
	may: anyOfThemOrTypist,
	async run(context, _, { expression }) {
		const whole = await readWhole(context, expression);
		return {
			expression: expressionFor(asApplicant(context), whole, context.now),
			inTheWay: inTheWay(whole).length,
			contact: whole.call.content.contact,
			receiptGoesTo: emailOf(whole)
		};
	}
});

export type TypedUpView = {
	expression: ExpressionView;
	contact: Whole['call']['content']['contact'];
	receiptGoesTo: string | null;
	applicant: string | null;
	/** On which day it would be deleted if it were withdrawn now. */
	purgedOn: string;
};

/** What staff have typed up and sent: the reference, and a receipt for whoever gets none by mail. */
export const showTypedUp = useCase('programmes.showTypedUp', {
	input: InCall,
	on: typedUpIn,
	may: staff,
	async run(context, _, { expression }) {
		const whole = await readWhole(context, expression);
		const name = whole.answers['contact-name']?.value;
		return {
			expression: expressionFor(await readerOf(context, expression), whole, context.now),
			contact: whole.call.content.contact,
			receiptGoesTo: emailOf(whole),
			purgedOn: dayOfPurge(context.now, whole.call.zone),
			applicant: typeof name === 'string' ? name : null
		} satisfies TypedUpView;
	}
});

/** What was typed up for this call and sent, by its reference. */
export async function typedUpIn(context: Context, { slug, reference }: { slug: string; reference: string }) {
	const held = await holding(context, { reference });
	if (!held?.expression.enteredFrom || !held.expression.submittedAt) return undefined;
	const call = await findPublishedCall(context.db, slug);
	return call?.id === held.expression.call ? held : undefined;
}

/** What came on paper may lack any answer, but not every one. */
function mustBeComplete(whole: Whole): void {
	if (inTheWay(whole).length) throw new Problem('expression-incomplete');
	if (Object.values(whole.answers).every(({ typed }) => isBlank(typed))) throw new Problem('nothing-typed');
}

/** Where letters about it go. Null: there is no address, and somebody will call. */
export function emailOf({ answers }: Pick<Whole, 'answers'>): string | null {
	const email = answers['email']?.value;
	return typeof email === 'string' ? email : null;
}

async function leftOut(
	context: Context,
	{ expression, call, answers }: Whole
): Promise<CheckView['leftOut']> {
	if (!expression.enteredFrom) return [];
	const missing = obstacles(await formOfVersion(context, call, expression.formVersion), answers).filter(
		({ wrong }) => wrong.code === 'missing'
	);
	return missing.map(({ question, page }) => ({
		key: question.key,
		page: page.key,
		label: say(question.label)
	}));
}

function pagesOf({ form }: Whole): Record<string, string> {
	const pairs = form.sections
		.flatMap(({ pages }) => pages)
		.flatMap((page) => page.questions.map(({ key }) => [key, page.key] as const));
	return Object.fromEntries(pairs);
}

function inTheWay({ form, answers }: Whole): InTheWay[] {
	return obstacles(form, answers).map(({ question, page, wrong }) => ({
		key: question.key,
		page: page.key,
		sentence: wrongSentence(question, wrong)
	}));
}
