import { isBlank, questionsOf, say, typedText, type Question } from '#areas/forms';
import { Problem } from '#shared/problem';
import { useCase, type Context } from '#server/use-case';
import { holdCall } from '../../server/call.sql.ts';
import { lockExpression, type ExpressionRow } from '../../server/expression.sql.ts';
import { holding } from '../../server/expression-policy.ts';
import { keep } from '../../server/keep-answer.ts';
import { mustTakeChanges } from '../../server/save-answers.ts';
import { settle } from '../../server/settle.ts';
import { readWhole, type Whole } from '../../server/whole.ts';
import { mayChange } from '../../expression.ts';
import { OfQuestion, PutBack } from '../together.schema.ts';
import { isPersonal } from '../together.ts';
import { letGo } from './both-texts.ts';
import { listEarlier, type EarlierRow } from './earlier.sql.ts';
import { mustBeTheirs, whyReadOnly } from './pages.ts';
import { anyOfThem, whoMayEdit } from './policy.ts';
import { coOf } from './who.ts';

export type EarlierView = {
	reference: string;
	page: string;
	label: string;
	now: string[];
	texts: { id: string; text: string[]; name: string; at: Date; wasAnswer: boolean }[];
	mayPutBack: boolean;
	zone: string;
};

/** What an answer said before, and what was written while somebody else saved: for those who write it together. */
export const showEarlierTexts = useCase('programmes.showEarlierTexts', {
	input: OfQuestion,
	on: holding,
	may: anyOfThem,
	async run(context, { reference, question: key }, { expression, person }): Promise<EarlierView> {
		const whole = await readWhole(context, expression);
		const question = mustAsk(whole, key);
		const texts = await theirs(context, whole, question);
		const { call, answers } = whole;
		return {
			reference,
			page: pageOf(whole, key),
			label: say(question.label),
			now: typedText(question, answers[key]?.typed ?? null),
			texts: texts.map(({ id, typed, name, at, version }) => ({
				id,
				text: typedText(question, typed),
				name: name ?? '',
				at,
				wasAnswer: version !== null
			})),
			mayPutBack: mayChange(call, expression, context.now) && !whyReadOnly(person, whole, [question]),
			zone: call.zone
		};
	}
});

/** An earlier text is the answer again; what it takes the place of becomes an earlier text. */
export const putBackEarlier = useCase('programmes.putBackEarlier', {
	input: PutBack,
	on: holding,
	may: whoMayEdit,
	async run(context, { reference, question: key, text }, { expression: { id }, person }) {
		const whole = await changeable(context, await lockExpression(context.db, id));
		const question = mustAsk(whole, key);
		mustBeTheirs(person, whole, [question]);
		const earlier = (await theirs(context, whole, question)).find((one) => one.id === text);
		if (!earlier) throw new Problem('not-found');
		await letGo(context, whole, question, earlier.typed);
		const answer = await keep(context, whole, question, earlier.typed);
		await settle(context, whole, { ...whole.answers, [key]: answer });
		return { reference, page: pageOf(whole, key) };
	}
});

async function changeable(context: Context, expression: ExpressionRow): Promise<Whole> {
	const call = (await holdCall(context.db, expression.call))!;
	mustTakeChanges(call, expression, context.now);
	return readWhole(context, expression, call);
}

/** What one person wrote for themselves they alone find again. */
async function theirs(
	{ db, actor }: Context,
	{ expression }: Whole,
	question: Question
): Promise<EarlierRow[]> {
	const all = await listEarlier(db, expression.id, question.key);
	const shown = isPersonal(question) ? all.filter(({ writer }) => writer === coOf(actor)) : all;
	return shown.filter(({ typed }) => !isBlank(typed));
}

function mustAsk({ form }: Whole, key: string): Question {
	const question = questionsOf(form).find((one) => one.key === key);
	if (!question) throw new Problem('not-found');
	return question;
}

function pageOf({ form }: Whole, key: string): string {
	const pages = form.sections.flatMap((section) => section.pages);
	return pages.find(({ questions }) => questions.some((one) => one.key === key))!.key;
}
