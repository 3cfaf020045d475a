import { answerText, questionsOf, say, type Question } from '#areas/forms';
import type { Moment } from '../../server/call-views.ts';
import { expressionFor } from '../../server/expression-views.ts';
import type { Reader, Whole } from '../../server/whole.ts';
import { reopeningState, type ReopeningState } from '../asking.ts';
import type { ReopeningRow } from './reopening.sql.ts';

/** One question that was asked about: what it said then, and what it says now. */
export type ComparedView = { key: string; label: string; before: string[]; now: string[]; changed: boolean };
export type ReopeningView = {
	why: string;
	state: ReopeningState;
	until: Moment;
	/** Its instant was moved since it was asked. */
	moved: boolean;
	madeAt: Moment;
	/** Who asked. For staff; an applicant is asked by the host. */
	by: string | null;
	/** What the applicant said when they ended it. */
	words: string | null;
	endedAt: Moment | null;
	questions: ComparedView[];
};

type Names = (person: string) => string | null;

/** What a reader sees of a request for more: of each question, what they may see of the application itself. */
export function reopeningFor(
	reader: Reader,
	whole: Whole,
	row: ReopeningRow,
	{ now, nameOf }: { now: Date; nameOf: Names }
): ReopeningView {
	const moment = (instant: Date): Moment => ({ instant, zone: whole.call.zone });
	return {
		why: row.why,
		state: reopeningState(row, now),
		until: moment(row.until),
		moved: row.moved > 1,
		madeAt: moment(row.madeAt),
		by: reader.is === 'staff' ? nameOf(row.madeBy) : null,
		words: row.ended?.words ?? null,
		endedAt: row.ended && moment(row.ended.at),
		questions: compared(reader, whole, row, now)
	};
}

/** The questions of the form that this reader may see, by their key. */
export function visibleQuestions(reader: Reader, whole: Whole, now: Date): Map<string, Question> {
	const seen = new Set(
		expressionFor(reader, whole, now).sections.flatMap(({ answers }) => answers.map(({ key }) => key))
	);
	const questions = questionsOf(whole.form).filter(({ key }) => seen.has(key));
	return new Map(questions.map((question) => [question.key, question]));
}

/** In the order of the form. A question that the form has no more is left out. */
function compared(reader: Reader, whole: Whole, row: ReopeningRow, now: Date): ComparedView[] {
	const said = new Map(row.questions.map(({ question, said }) => [question, said]));
	return [...visibleQuestions(reader, whole, now).values()]
		.filter(({ key }) => said.has(key))
		.map((question) => {
			const { key, label } = question;
			const before = answerText(question, said.get(key) ?? null);
			const after = answerText(question, whole.answers[key]?.value ?? null);
			return { key, label: say(label), before, now: after, changed: before.join('\n') !== after.join('\n') };
		});
}
