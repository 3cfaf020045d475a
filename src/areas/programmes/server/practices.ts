import * as v from 'valibot';
import { say } from '#areas/forms';
import { hoursKept } from '#server/files';
import { anyone, nothing, useCase, type Context } from '#server/use-case';
import type { CallContent } from '../call.schema.ts';
import { keepingOf, type Keeping } from '../call-keep.ts';
import { phaseAt, type Phase } from '../call.ts';
import { equalityQuestions, smallestShown } from '../equality.ts';
import { daysAfterAnswer, daysUnanswered } from '../questions/questions.ts';
import { daysToPurge } from '../expression.ts';
import { asOnPaper } from '../paper-form.ts';
import { askedBy, type Asked } from '../practice.ts';
import { formOf } from '../form/server/reading.ts';
import { listArrangers } from './arranger.sql.ts';
import { listPublicCalls, type StandingCall } from './call.sql.ts';
import { daysOpen } from './ways-in.ts';

/** What one call asks for, who reads it, and until when it is kept. */
export type Practice = {
	slug: string;
	name: string;
	language: CallContent['language'];
	phase: Phase;
	keeping: Keeping;
	/** In the host's own words; '' when it said nothing. */
	says: string;
	asks: Asked[];
	/** Who arranges access, as applicants are told. */
	arrangers: string[];
};

export type Practices = {
	calls: Practice[];
	daysToPurge: number;
	/** A browser keeps an application open so long after it was last used there. */
	daysOpen: number;
	/** What came of a file that nobody went on with is kept so long. */
	daysArriving: number;
	/** What somebody asks about a call is kept so many days after its answer, and without one after it was asked. */
	questions: { answered: number; unanswered: number };
	equality: { asks: string[]; smallestShown: number };
};

/** Anyone may know what is asked, who reads it and how long it is kept: from the very forms and figures that do it. */
export const showPractices = useCase('programmes.showPractices', {
	input: v.object({}),
	on: nothing,
	may: anyone,
	async run(context): Promise<Practices> {
		const calls = await listPublicCalls(context.db);
		const practices: Practice[] = [];
		for (const call of calls) practices.push(await practiceOf(context, call));
		return {
			calls: practices,
			daysToPurge,
			daysOpen,
			daysArriving: hoursKept / 24,
			questions: { answered: daysAfterAnswer, unanswered: daysUnanswered },
			equality: { asks: equalityQuestions.map(({ label }) => say(label)), smallestShown }
		};
	}
});

async function practiceOf(context: Context, call: StandingCall): Promise<Practice> {
	const { content, slug } = call;
	return {
		slug,
		name: content.name,
		language: content.language,
		phase: phaseAt(call, context.now),
		keeping: keepingOf(content),
		says: content.keep.what,
		asks: askedBy(asOnPaper(await formOf(context, call))),
		arrangers: await listArrangers(context.db, call.id, context.now)
	};
}
