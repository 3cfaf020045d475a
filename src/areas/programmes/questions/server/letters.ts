import { queueMail, template } from '#server/mail';
import type { Context } from '#server/use-case';
import * as m from '#words';
import { findCall, type StandingCall } from '../../server/call.sql.ts';
import { letterView, type LetterView } from '../../server/letter-views.ts';
import { wayBack } from '../../server/expression-letters.ts';
import { findAnswerForAll, findQuestion, type AnswerRow, type QuestionRow } from './question.sql.ts';

/** What a letter about a question is kept with: gone with the question. */
export const aboutQuestion = (id: string) => ({ kind: 'question', id });

/** Queues the answer to whoever asked, in the language in which they asked. */
export async function writeAnswer(
	context: Context,
	{ id, email, locale }: QuestionRow,
	{ answer }: { answer?: string }
): Promise<void> {
	await queueMail(context, {
		to: email!,
		template: answer ? 'question-answered' : 'question-answered-privately',
		details: { question: id, ...(answer ? { answer } : {}) },
		locale,
		about: aboutQuestion(id)
	});
}

type Answered = { call: StandingCall; answer: AnswerRow };

/** The subjects name no programme: somebody else may read the screen. */
template<Answered>('question-answered', {
	called: m.asking_mail_answered_called,
	async on({ db }, { answer: id }) {
		const answer = await findAnswerForAll(db, String(id));
		const call = answer && (await findCall(db, answer.call));
		return call && { call, answer };
	},
	subject: () => m.asking_mail_answered_subject(),
	body: ({ call, answer }) => [
		m.asking_mail_answered({ programme: call.content.name }),
		{
			facts: [
				[m.asking_qa_question(), answer.question],
				[m.asking_qa_answer(), answer.answer]
			]
		},
		{ link: `/programmes/${call.slug}/questions`, words: m.asking_mail_answered_all() },
		m.asking_mail_address_gone()
	]
});

type Replied = { call: StandingCall; reply: string };

template<Replied>('question-answered-privately', {
	called: m.asking_mail_private_called,
	async on({ db }, { question: id }) {
		const question = await findQuestion(db, String(id));
		const call = question?.reply ? await findCall(db, question.call) : undefined;
		return call && { call, reply: question!.reply! };
	},
	subject: () => m.asking_mail_answered_subject(),
	body: ({ call, reply }) => [
		m.asking_mail_private({ programme: call.content.name }),
		reply,
		m.asking_mail_address_gone()
	]
});

/** To whoever is writing an application: a new answer changes something for them. */
template<LetterView & { answer: AnswerRow }>('question-changes', {
	called: m.asking_mail_changes_called,
	async on(context, details) {
		const view = await letterView(context, details, ['draft']);
		const answer = view && (await findAnswerForAll(context.db, String(details['answer'])));
		return answer && { ...view, answer };
	},
	subject: ({ expression: { reference } }) => m.asking_mail_changes_subject({ reference }),
	body: (view) => [
		m.asking_mail_changes({ programme: view.expression.call.name }),
		{
			facts: [
				[m.asking_qa_question(), view.answer.question],
				[m.asking_qa_answer(), view.answer.answer]
			]
		},
		{ link: `/programmes/${view.expression.call.slug}/questions`, words: m.asking_mail_answered_all() },
		...wayBack(view)
	]
});
