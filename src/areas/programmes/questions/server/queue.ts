import type * as v from 'valibot';
import { Problem } from '#shared/problem';
import { namesOf } from '#server/identity';
import { staff, useCase, type Context } from '#server/use-case';
import { getLocale } from '#words/addresses';
import { findPublishedCall, type StandingCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { signed } from '../../server/signed.ts';
import {
	AnswerPrivately,
	ByQuestion,
	ChangeAnswer,
	PointToAnswer,
	PublishAnswer
} from '../questions.schema.ts';
import { daysAfterAnswer, daysUnanswered, givesAway } from '../questions.ts';
import { writeAnswer } from './letters.ts';
import { answersFor, questionForStaff, type PublishedAnswer, type QuestionForStaff } from './views.ts';
import {
	findAnswerForAll,
	findQuestion,
	forgetAddress,
	insertAnswerForAll,
	insertQuestionEnd,
	insertTakenDown,
	listAnswersForAll,
	listGroups,
	listQuestions,
	lockAnswerForAll,
	lockQuestion,
	saveAnswerForAll,
	type QuestionRow
} from './question.sql.ts';

export type QuestionQueue = {
	slug: string;
	name: string;
	waiting: QuestionForStaff[];
	ended: QuestionForStaff[];
	published: PublishedAnswer[];
	keptDays: { answered: number; unanswered: number };
};

/** Staff see what was asked about a call, what waits for an answer, and what everybody reads. */
export const listQuestionsAsked = useCase('programmes.listQuestionsAsked', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublishedCall(db, slug),
	may: staff,
	async run(context, { slug }, call): Promise<QuestionQueue> {
		const all = await forStaff(context, await listQuestions(context.db, call.id), call);
		return {
			slug,
			name: call.content.name,
			waiting: all.filter(({ ended }) => !ended),
			ended: all.filter(({ ended }) => ended),
			published: answersFor(await listAnswersForAll(context.db, call.id), call.zone),
			keptDays: { answered: daysAfterAnswer, unanswered: daysUnanswered }
		};
	}
});

export type QuestionDesk = {
	slug: string;
	name: string;
	language: string;
	question: QuestionForStaff;
	/** Others that wait: perhaps one answer serves them too. */
	others: QuestionForStaff[];
	published: PublishedAnswer[];
};

/** One question, with what staff need to answer it. */
export const showQuestionAsked = useCase('programmes.showQuestionAsked', {
	input: ByQuestion,
	on: questionInCall,
	may: staff,
	async run(context, { slug }, { question, call }): Promise<QuestionDesk> {
		const all = await forStaff(context, await listQuestions(context.db, call.id), call);
		return {
			slug,
			name: call.content.name,
			language: call.content.language ?? getLocale(),
			question: all.find(({ id }) => id === question.id)!,
			others: all.filter(({ id, ended }) => id !== question.id && !ended),
			published: answersFor(await listAnswersForAll(context.db, call.id), call.zone)
		};
	}
});

/** Staff answer to everybody at once, in words by which nobody is recognised. Whoever asked hears of it by letter. */
export const publishAnswer = useCase('programmes.publishAnswer', {
	input: PublishAnswer,
	on: questionInCall,
	may: staff,
	async run(context, { slug, id, also, changes, anyway, ...words }, { call }) {
		const waiting = await lockWaiting(context, call, [id, ...also]);
		await mustNameNobody(context, call, { ...words, anyway });
		const answer = await insertAnswerForAll(context.db, { ...words, call: call.id, ...signed(context) });
		for (const question of waiting) {
			await insertQuestionEnd(context.db, {
				question: question.id,
				how: 'for-all',
				answer,
				...signed(context)
			});
			await tell(context, question, { answer });
		}
		await context.record('question.answered', { id: answer, call: call.id, changes });
		return { slug };
	}
});

/** It was answered to everybody already: staff point to that, and whoever asked gets the same letter. */
export const pointToAnswer = useCase('programmes.pointToAnswer', {
	input: PointToAnswer,
	on: questionInCall,
	may: staff,
	async run(context, { slug, id, published }, { call }) {
		const [question] = await lockWaiting(context, call, [id]);
		const answer = await findAnswerForAll(context.db, published);
		if (!answer || answer.call !== call.id) throw new Problem('not-found');
		await insertQuestionEnd(context.db, {
			question: id,
			how: 'for-all',
			answer: answer.id,
			...signed(context)
		});
		await tell(context, question!, { answer: answer.id });
		return { slug };
	}
});

/** About one person, so that it is answered to that person alone; where no address was given, that cannot be. */
export const answerPrivately = useCase('programmes.answerPrivately', {
	input: AnswerPrivately,
	on: questionInCall,
	may: staff,
	async run(context, { slug, id, answer: words }, { call }) {
		const [question] = await lockWaiting(context, call, [id]);
		if (!question!.email) throw new Problem('asking-no-address');
		await insertQuestionEnd(context.db, { question: id, how: 'private', words, ...signed(context) });
		await tell(context, question!, {});
		await context.record('question.answered-privately', { id, call: call.id });
		return { slug };
	}
});

/** Nothing is answered: it was no question, or it was asked twice. The address goes at once. */
export const setQuestionAside = useCase('programmes.setQuestionAside', {
	input: ByQuestion,
	on: questionInCall,
	may: staff,
	async run(context, { slug, id }, { call }) {
		await lockWaiting(context, call, [id]);
		await insertQuestionEnd(context.db, { question: id, how: 'set-aside', ...signed(context) });
		await forgetAddress(context.db, id);
		return { slug };
	}
});

/** What one answer says, for staff who change it. */
export const showAnswerForAll = useCase('programmes.showAnswerForAll', {
	input: ByQuestion,
	on: answerInCall,
	may: staff,
	run(_, { slug }, { answer, call }) {
		const [view] = answersFor([answer], call.zone);
		return { slug, name: call.content.name, edition: answer.edition, answer: view! };
	}
});

/** Staff correct what everybody reads; the page says when it was changed. */
export const changeAnswerForAll = useCase('programmes.changeAnswerForAll', {
	input: ChangeAnswer,
	on: answerInCall,
	may: staff,
	async run(context, { slug, id, edition, changes, anyway, ...words }, { answer, call }) {
		if (edition !== answer.edition) throw new Problem('note-edited-meanwhile');
		await mustNameNobody(context, call, { ...words, anyway });
		await saveAnswerForAll(context.db, id, { ...words, at: context.now });
		await context.record('question.answered', { id, call: call.id, changes });
		return { slug };
	}
});

/** Staff take an answer away from everybody. */
export const takeDownAnswer = useCase('programmes.takeDownAnswer', {
	input: ByQuestion,
	on: answerInCall,
	may: staff,
	async run(context, { slug, id }, { call }) {
		await insertTakenDown(context.db, id, signed(context));
		await context.record('question.taken-down', { id, call: call.id });
		return { slug };
	}
});

type Which = v.InferOutput<typeof ByQuestion>;

async function questionInCall({ db }: Context, { slug, id }: Which) {
	const call = await findPublishedCall(db, slug);
	const question = call && (await findQuestion(db, id));
	return call && question?.call === call.id ? { call, question } : undefined;
}

async function answerInCall({ db }: Context, { slug, id }: Which) {
	const call = await findPublishedCall(db, slug);
	const answer = call && (await lockAnswerForAll(db, id));
	return call && answer?.call === call.id ? { call, answer } : undefined;
}

/** Of two colleagues who answer the same question, the second is told. */
async function lockWaiting(
	{ db }: Context,
	call: StandingCall,
	ids: readonly string[]
): Promise<QuestionRow[]> {
	const locked: QuestionRow[] = [];
	for (const id of [...new Set(ids)].toSorted()) {
		const question = await lockQuestion(db, id);
		if (!question || question.call !== call.id) throw new Problem('not-found');
		if (question.how) throw new Problem('asking-answered-already');
		locked.push(question);
	}
	return locked;
}

type Wording = { question: string; answer: string; anyway: boolean };

async function mustNameNobody(
	{ db, actor }: Context,
	call: StandingCall,
	{ question, answer, anyway }: Wording
): Promise<void> {
	if (anyway) return;
	const found = givesAway(`${question}\n${answer}`, await listGroups(db, actor, call.id));
	if (found.length) throw new Problem('asking-gives-away', { what: found });
}

/** The letter takes the address along; here it is gone. */
async function tell(context: Context, question: QuestionRow, details: { answer?: string }): Promise<void> {
	if (question.email) await writeAnswer(context, question, details);
	await forgetAddress(context.db, question.id);
}

async function forStaff(context: Context, rows: readonly QuestionRow[], { zone }: StandingCall) {
	const names = await namesOf(
		context,
		rows.flatMap(({ endedBy }) => endedBy ?? [])
	);
	return rows.map((row) => questionForStaff(row, zone, (person) => names.get(person) ?? null));
}
