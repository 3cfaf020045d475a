import * as v from 'valibot';
import { house } from '#shared/actor';
import { daysAfter } from '#shared/dates';
import { every, nothing, ourselves, staff, useCase, type Context } from '#server/use-case';
import { keepingOf, type Keeping } from '../call-keep.ts';
import { daysToPurge, endingOf } from '../expression.ts';
import { eraseAll } from '../keeping/server/erasing-run.ts';
import {
	answerEndings,
	questionGroups,
	type AnswerEnding,
	type QuestionEnding
} from '../keeping/server/answer-endings.ts';
import { receiptsOf, type Receipt } from '../keeping/server/receipts.ts';
import { deleteOldRequests } from '../keeping/server/request.sql.ts';
import type { Moment } from './call-views.ts';
import { findCall, findPublishedCall, type StandingCall } from './call.sql.ts';
import { BySlug } from './calls.ts';
import { endingGroups, type Due, type EndingGroup } from './ending-views.ts';
import { deleteOldBallots } from './equality.sql.ts';
import { countErased, type Erased } from './erasing.sql.ts';
import type { ExpressionRow } from './expression.sql.ts';
import { signed } from './signed.ts';
import { listKept } from './told.sql.ts';

/** Days that we can show what was asked and what we answered: two years. */
const requestsKept = 730;

/** Deletes what had its time: drafts never sent, what was withdrawn, and what was kept as long as we said. */
export const eraseDue = useCase('programmes.eraseDue', {
	input: v.object({}),
	on: nothing,
	may: ourselves,
	async run(context) {
		await deleteOldBallots(context.db, context.now);
		await deleteOldRequests(context.db, daysAfter(context.now, -requestsKept, 'UTC'));
		const { due, answers } = await dueNow(context);
		await eraseAll(context, due, { why: 'due', by: null }, answers);
		return { erased: due.length, answers: answers.length };
	}
});

/** Staff need not wait for the clock: what had its time in this call goes now, whether they may see it or not. */
export const eraseDueNow = useCase('programmes.eraseDueNow', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, { id }) {
		const { due, answers } = await dueNow({ ...context, actor: house }, id);
		await eraseAll(context, due, { why: 'due', by: signed(context).by }, answers);
		return { slug };
	}
});

export type EndingsView = {
	slug: string;
	name: string;
	zone: string;
	keeping: Keeping;
	daysToPurge: number;
	asOf: Moment;
	/** What would be deleted if it ran now: of what `eraseDue` would find, what this reader sees. */
	due: EndingGroup[];
	coming: EndingGroup[];
	/** Answers that go before their application does. */
	answers: { due: QuestionEnding[]; coming: QuestionEnding[] };
	/** The call has no end yet, and nothing is counted from it. */
	withoutDate: number;
	gone: Erased[];
	receipts: Receipt[];
};

/**
 * Staff see what will be deleted, when and why, before it happens, and what has gone. Nothing is deleted by looking.
 * Drafts and what was withdrawn are not theirs to see or to count: the page says their rule and no number.
 */
export const listEndings = useCase('programmes.listEndings', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, _, call): Promise<EndingsView> {
		const { slug, zone, content, id } = call;
		const kept = (await listKept(context.db, context.actor)).filter((expression) => expression.call === id);
		const all = (await endings(context)).filter((ending) => ending.call.id === id);
		const answers = await answersEnding(context, kept, all);
		return {
			slug,
			name: content.name,
			zone,
			keeping: keepingOf(content),
			daysToPurge,
			asOf: { instant: context.now, zone },
			due: endingGroups(all.filter((one) => isDue(one, context.now))),
			coming: endingGroups(all.filter((one) => !isDue(one, context.now))),
			answers: {
				due: questionGroups(
					answers.filter((one) => isDue(one, context.now)),
					context.now
				),
				coming: questionGroups(
					answers.filter((one) => !isDue(one, context.now)),
					context.now
				)
			},
			withoutDate: kept.length - all.length,
			gone: await countErased(context.db, id),
			receipts: await receiptsOf(context, id)
		};
	}
});

every('17 * * * *', async function eraseWhatHadItsTime(context) {
	await eraseDue.within(context, {});
});

/** What had its time: whole applications, and of those that stay, single answers. */
async function dueNow(context: Context, call?: string) {
	const mine = (one: { call: string }) => call === undefined || one.call === call;
	const kept = (await listKept(context.db, context.actor)).filter(mine);
	const due = (await endings(context)).filter((one) => mine(one.expression) && isDue(one, context.now));
	const answers = await answersEnding(context, kept, due);
	return { due, answers: answers.filter((one) => isDue(one, context.now)) };
}

/** Without those of applications that are due themselves. */
async function answersEnding(
	context: Context,
	kept: readonly ExpressionRow[],
	due: readonly Due[]
): Promise<AnswerEnding[]> {
	const going = new Set(due.flatMap((one) => (isDue(one, context.now) ? [one.expression.id] : [])));
	const staying = kept.filter(({ id }) => !going.has(id));
	const found: AnswerEnding[] = [];
	for (const [id, rows] of Map.groupBy(staying, (row) => row.call))
		found.push(...(await answerEndings(context, (await findCall(context.db, id))!, rows)));
	return found;
}

function isDue({ at }: { at: Date }, now: Date): boolean {
	return at <= now;
}

async function endings({ db, actor }: Context): Promise<Due[]> {
	const calls = new Map<string, StandingCall>();
	const due: Due[] = [];
	for (const expression of await listKept(db, actor)) {
		const call = calls.get(expression.call) ?? (await findCall(db, expression.call))!;
		calls.set(expression.call, call);
		const ending = endingOf(call, expression, keepingOf(call.content));
		if (ending) due.push({ ...ending, expression, call });
	}
	return due.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
