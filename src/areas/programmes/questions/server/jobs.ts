import { forgetLetters } from '#server/mail';
import { every, on } from '#server/use-case';
import { writeTo } from '../../server/expression-letters.ts';
import { listDraftsToTell, tellOnce } from '../../server/told.sql.ts';
import { daysAfterAnswer, daysUnanswered } from '../questions.ts';
import { aboutQuestion } from './letters.ts';
import { deleteQuestions, findAnswerForAll } from './question.sql.ts';

const day = 86_400_000;

on('question.answered', async function tellWhoeverWrites(context, { id, call, changes }) {
	const answer = changes ? await findAnswerForAll(context.db, String(id)) : undefined;
	if (!answer) return;
	const about = answer.changedAt ?? answer.publishedAt;
	for (const { id: expression, email, locale } of await listDraftsToTell(context.db, String(call)))
		if (await tellOnce(context.db, { expression, what: 'question', about, at: context.now }))
			await writeTo(context, 'question-changes', { expression, email, locale }, { answer: answer.id });
});

/** The words of whoever asked, and the letters that went to them, go when their days are over. */
every('41 3 * * *', async function forgetOldQuestions(context) {
	const { db, now } = context;
	const gone = await deleteQuestions(db, {
		endedBefore: new Date(now.getTime() - daysAfterAnswer * day),
		askedBefore: new Date(now.getTime() - daysUnanswered * day)
	});
	for (const id of gone) await forgetLetters(context, aboutQuestion(id));
});
