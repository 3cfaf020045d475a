import * as v from 'valibot';
import {
	conditionSentence,
	followOf,
	isAsked,
	placeOf,
	say,
	showQuestion,
	shownOn,
	type Page,
	type Question,
	type ShownQuestion
} from '#areas/forms';
import * as m from '#words';
import { useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { ByReference, SaveAnswers } from '../expression.schema.ts';
import { besideOf, type Beside } from '../together/server/beside.ts';
import type { PersonRow } from '../together/server/person.sql.ts';
import { whyReadOnly, type ReadOnly } from '../together/server/pages.ts';
import { holding } from './expression-policy.ts';
import { anyOfThemOrTypist } from '../together/server/policy.ts';
import { expressionFor, type ExpressionView } from './expression-views.ts';
import { asApplicant, readWhole, type Whole } from './whole.ts';
import { unfinishedOf } from '../uploads/server/arriving.ts';

export type PageView = {
	expression: ExpressionView;
	page: string;
	section: string;
	/** The heading, when the page has more than one question. */
	title?: string | undefined;
	help?: string | undefined;
	questions: ShownQuestion[];
	/** Of several people, why this one may only read it. */
	readOnly: ReadOnly | null;
	/** Of several people, what the others do and say here. */
	beside?: Beside | undefined;
};

/** One page of questions, with what was saved. */
export const showQuestions = useCase('programmes.showQuestions', {
	input: v.object({ ...ByReference.entries, page: SaveAnswers.entries.page }),
	on: holding,
	may: anyOfThemOrTypist,
	async run(context, { page }, { expression, person }): Promise<PageView> {
		const whole = await readWhole(context, expression);
		mustHavePage(whole, page);
		const arriving = await unfinishedOf(context, whole);
		const view = pageView(context, whole, { page, person }, (question) => ({
			...showQuestion(question, whole.answers[question.key]),
			arriving: arriving.get(question.key)
		}));
		return { ...view, beside: person && (await besideOf(context, whole, person, page)) };
	}
});

/** An address with no such page is answered like one with no such application. */
export function mustHavePage({ form }: Whole, page: string): void {
	if (!placeOf(form, page)) throw new Problem('not-found');
}

type OnPage = { page: string; person: PersonRow | undefined };

export function pageView(
	context: Context,
	whole: Whole,
	{ page: key, person }: OnPage,
	show: (question: Question) => ShownQuestion
): PageView {
	const { section, page } = placeOf(whole.form, key)!;
	return {
		expression: expressionFor(asApplicant(context), whole, context.now),
		page: key,
		section: say(section.title),
		title: page.title && say(page.title),
		help: helpOf(whole, page),
		questions: shownOn(whole.form, page, whole.answers).map((question) =>
			withCondition(whole, page, question, show(question))
		),
		readOnly: whyReadOnly(person, whole, page.questions)
	};
}

/** Whoever comes to a page by its address may find that nothing on it concerns them. */
function helpOf({ form, answers }: Whole, { help, questions }: Page): string | undefined {
	if (!questions.some((question) => isAsked(form, question, answers))) return m.form_page_not_asked();
	return help && say(help);
}

/** What hangs on an answer of the same page says so, since no script may run; where one does, it shows it in time. */
function withCondition(
	{ form, answers }: Whole,
	page: Page,
	question: Question,
	shown: ShownQuestion
): ShownQuestion {
	const rules = question.when ? Object.values(question.when).flat() : [];
	if (!rules.some((rule) => page.questions.some(({ key }) => key === rule.question))) return shown;
	return {
		...shown,
		help: [conditionSentence(form, question), shown.help].filter(Boolean).join(' '),
		follow: followOf(form, page, question, answers)
	};
}
