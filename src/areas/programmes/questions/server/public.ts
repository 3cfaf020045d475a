import { anyone, useCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { getLocale } from '#words/addresses';
import { callFor, type CallView } from '../../server/call-views.ts';
import { findPublicCall, listChanges, type StandingCall } from '../../server/call.sql.ts';
import { BySlug } from '../../server/calls.ts';
import { AskQuestion } from '../questions.schema.ts';
import { daysAfterAnswer, daysUnanswered, takesQuestions } from '../questions.ts';
import { answersFor, type PublishedAnswer } from './views.ts';
import { insertQuestion, listAnswersForAll } from './question.sql.ts';

export type QuestionsView = {
	slug: string;
	name: string;
	host: string;
	takesQuestions: boolean;
	answers: PublishedAnswer[];
	changedAt: Date;
};

/** Anyone may read what was asked and answered about a call that everybody may read. */
export const showQuestionsAnswered = useCase('programmes.showQuestionsAnswered', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run({ db, now }, { slug }, call): Promise<QuestionsView> {
		const answers = answersFor(await listAnswersForAll(db, call.id), call.zone);
		return {
			slug,
			name: call.content.name,
			host: call.content.host,
			takesQuestions: takesQuestions(call, now),
			answers,
			changedAt: latestOf(call.changedAt, answers)
		};
	}
});

export type CallToPrint = { call: CallView; answers: PublishedAnswer[]; changedAt: Date };

/** Anyone may print a call that everybody may read, with what was answered about it. */
export const showCallToPrint = useCase('programmes.showCallToPrint', {
	input: BySlug,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run({ db, now }, _, found): Promise<CallToPrint> {
		const call = callFor('public', found, await listChanges(db, found.id), now);
		const answers = answersFor(await listAnswersForAll(db, found.id), found.zone);
		return { call, answers, changedAt: latestOf(call.changedAt, answers) };
	}
});

export type AskView = { slug: string; name: string; keptDays: { answered: number; unanswered: number } };

/** Before somebody asks: about what, and how long their words are kept. */
export const showAskingAbout = useCase('programmes.showAskingAbout', {
	input: BySlug,
	on: async ({ db, now }, { slug }) => asking(await findPublicCall(db, slug), now),
	may: anyone,
	run(_, { slug }, call): AskView {
		return {
			slug,
			name: call.content.name,
			keptDays: { answered: daysAfterAnswer, unanswered: daysUnanswered }
		};
	}
});

/** Anyone may ask, without an account and without a name. An address is for the answer and nothing else. */
export const askQuestion = useCase('programmes.askQuestion', {
	input: AskQuestion,
	on: ({ db }, { slug }) => findPublicCall(db, slug),
	may: anyone,
	async run({ db, now, record }, { slug, question: words, email }, call) {
		if (!takesQuestions(call, now)) throw new Problem('asking-no-questions-now');
		const asked = { call: call.id, words, email: email || null, locale: getLocale(), at: now };
		const id = await insertQuestion(db, asked);
		await record('question.asked', { id, call: call.id });
		return { slug };
	}
});

function latestOf(call: Date, answers: readonly PublishedAnswer[]): Date {
	const changed = answers.map(({ changedAt, publishedAt }) => (changedAt ?? publishedAt).instant.getTime());
	return new Date(Math.max(call.getTime(), ...changed));
}

/** What is closed has no page on which to ask. */
function asking(call: StandingCall | undefined, now: Date): StandingCall | undefined {
	return call && takesQuestions(call, now) ? call : undefined;
}
