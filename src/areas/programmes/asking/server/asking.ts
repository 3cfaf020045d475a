import { answerText, say, type Question } from '#areas/forms';
import { instantOf } from '#shared/dates';
import { Problem, Unusable } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { InCall } from '../../expression-desk.schema.ts';
import { nameOnCard } from '../../caseload/server/cards.ts';
import type { ExpressionRow } from '../../server/expression.sql.ts';
import { lockExpression } from '../../server/expression.sql.ts';
import { sentIn } from '../../server/expression-reading.ts';
import { signed } from '../../server/signed.ts';
import { emailOf } from '../../server/sending.ts';
import { readerOf, readWhole, type Whole } from '../../server/whole.ts';
import { mayAnswerMore } from '../asking.ts';
import { AskForMore, MoveReopening } from '../asking.schema.ts';
import { reopeningFor, visibleQuestions, type ReopeningView } from './views.ts';
import {
	insertEnd,
	insertReopening,
	insertUntil,
	listReopenings,
	type ReopeningRow
} from './reopening.sql.ts';

/** Staff open named questions of one sent application again, with the reason and until when. One request at a time. */
export const askForMore = useCase('programmes.askForMore', {
	input: AskForMore,
	on: sentIn,
	may: staff,
	async run(context, { questions, why, until: local, slug }, { expression }) {
		const { whole, latest } = await lockWhole(context, expression);
		if (latest && mayAnswerMore(latest, context.now)) throw new Problem('asking-one-open');
		const until = laterThan(context.now, instantOf(local, whole.call.zone));
		const named = await namedIn(context, whole, questions);
		const id = await insertReopening(context.db, {
			expression: expression.id,
			why,
			until,
			questions: named.map(({ key }) => ({ question: key, said: whole.answers[key]?.value ?? null })),
			...signed(context)
		});
		await context.record('expression.more-asked', { id: expression.id, call: whole.call.id, reopening: id });
		return { slug, reference: expression.reference! };
	}
});

/** Staff move the instant until which the open questions are answered, also when it is over already. */
export const moveReopening = useCase('programmes.moveReopening', {
	input: MoveReopening,
	on: sentIn,
	may: staff,
	async run(context, { until: local, slug }, { expression }) {
		const { whole, latest } = await lockWhole(context, expression);
		if (!latest || latest.ended) throw new Problem('asking-nothing-open');
		const until = laterThan(context.now, instantOf(local, whole.call.zone));
		await insertUntil(context.db, { reopening: latest.id, until, ...signed(context) });
		await context.record('expression.more-moved', {
			id: expression.id,
			call: whole.call.id,
			reopening: latest.id
		});
		return { slug, reference: expression.reference! };
	}
});

/** Staff take the request back: the questions close at once. What was answered until then stays. */
export const withdrawReopening = useCase('programmes.withdrawReopening', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression }) {
		const { whole, latest } = await lockWhole(context, expression);
		if (!latest || !mayAnswerMore(latest, context.now)) throw new Problem('asking-nothing-open');
		await insertEnd(context.db, latest.id, { how: 'withdrawn', words: null, at: context.now });
		await context.record('expression.more-withdrawn', {
			id: expression.id,
			call: whole.call.id,
			reopening: latest.id
		});
		return { slug, reference: expression.reference! };
	}
});

export type Nameable = { key: string; label: string; said: string };
export type AskingView = {
	slug: string;
	name: string;
	reference: string;
	/** What the list calls it. */
	group: string | null;
	zone: string;
	hasEmail: boolean;
	/** The questions that this reader may see, and so may name. */
	nameable: { section: string; questions: Nameable[] }[];
	/** The latest first. */
	asked: ReopeningView[];
	/** Nothing is open now, so that something may be asked. */
	mayAsk: boolean;
	/** The last one may be moved: nobody has ended it. */
	mayMove: boolean;
};

/** What staff need to see before they ask for more, and what came of what was asked. */
export const showAsking = useCase('programmes.showAsking', {
	input: InCall,
	on: sentIn,
	may: staff,
	async run(context, { slug }, { expression }): Promise<AskingView> {
		const whole = await readWhole(context, expression);
		const reader = await readerOf(context, expression);
		const rows = await listReopenings(context.db, expression.id);
		const names = await namesOf(
			context,
			rows.map(({ madeBy }) => madeBy)
		);
		const nameOf = (person: string) => names.get(person) ?? null;
		const isOpen = rows[0] !== undefined && mayAnswerMore(rows[0], context.now);
		return {
			slug,
			name: whole.call.content.name,
			reference: expression.reference!,
			group: await nameOnCard(context, whole.call, expression.id),
			zone: whole.call.zone,
			hasEmail: emailOf(whole) !== null,
			nameable: nameableIn(whole, visibleQuestions(reader, whole, context.now)),
			asked: rows.map((row) => reopeningFor(reader, whole, row, { now: context.now, nameOf })),
			mayAsk: !isOpen,
			mayMove: rows[0] !== undefined && rows[0].ended === null
		};
	}
});

async function lockWhole(context: Context, { id }: ExpressionRow) {
	const whole = await readWhole(context, await lockExpression(context.db, id));
	if (whole.expression.withdrawnAt) throw new Problem('not-found');
	const [latest] = await listReopenings(context.db, id);
	return { whole, latest: latest as ReopeningRow | undefined };
}

function laterThan(now: Date, until: Date): Date {
	if (until <= now) throw new Unusable({ until: 'not-later' });
	return until;
}

/** Only what this member of staff may see themselves: a name is not a way to somebody's access needs. */
async function namedIn(context: Context, whole: Whole, keys: readonly string[]): Promise<Question[]> {
	const visible = visibleQuestions(await readerOf(context, whole.expression), whole, context.now);
	return keys.map((key) => {
		const question = visible.get(key);
		if (!question) throw new Unusable({ questions: 'not-an-option' });
		return question;
	});
}

function nameableIn({ form, answers }: Whole, visible: Map<string, Question>): AskingView['nameable'] {
	return form.sections
		.map(({ title, pages }) => ({
			section: say(title),
			questions: pages
				.flatMap(({ questions }) => questions)
				.filter(({ key }) => visible.has(key))
				.map((question) => ({
					key: question.key,
					label: say(question.label),
					said: answerText(question, answers[question.key]?.value ?? null).join('; ')
				}))
		}))
		.filter(({ questions }) => questions.length);
}
