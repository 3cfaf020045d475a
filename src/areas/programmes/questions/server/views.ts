import type { Moment } from '../../server/call-views.ts';
import type { AnswerRow, QuestionRow } from './question.sql.ts';

/** What everybody reads: never who asked, when, or how many did. */
export type PublishedAnswer = {
	id: string;
	question: string;
	answer: string;
	language: string;
	publishedAt: Moment;
	changedAt: Moment | null;
};

export function answersFor(rows: readonly AnswerRow[], zone: string): PublishedAnswer[] {
	return rows.map(({ id, question, answer, language, publishedAt, changedAt }) => ({
		id,
		question,
		answer,
		language,
		publishedAt: { instant: publishedAt, zone },
		changedAt: changedAt && { instant: changedAt, zone }
	}));
}

/** A question as staff see it, in the words in which it was asked; never the address, only whether there is one. */
export type QuestionForStaff = {
	id: string;
	words: string;
	language: string;
	askedAt: Moment;
	hasEmail: boolean;
	ended: { how: NonNullable<QuestionRow['how']>; at: Moment; by: string | null; reply: string | null } | null;
	answer: string | null;
};

export function questionForStaff(
	{ id, words, locale, askedAt, email, how, endedAt, endedBy, reply, answer }: QuestionRow,
	zone: string,
	nameOf: (person: string) => string | null
): QuestionForStaff {
	return {
		id,
		words,
		language: locale,
		askedAt: { instant: askedAt, zone },
		hasEmail: email !== null,
		ended: how && {
			how,
			at: { instant: endedAt!, zone },
			by: endedBy === null ? null : nameOf(endedBy),
			reply
		},
		answer
	};
}
