import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import type { Whole } from '../../server/whole.ts';
import { mergedOf } from '../../duplicates/server/told.ts';
import { interviewOf, type InterviewNews } from '../../interviews/server/news.ts';
import { outcomeOf, type OutcomeNews } from '../../release/server/news.ts';
import { askedOf } from './beside.ts';

/** What an applicant is told first on the page of their application. */
export type News = {
	asked: Moment | null;
	/** Another application is read for this one, together with it; whom to ask about it. */
	merged: { contact: string } | null;
	interview: InterviewNews | null;
	/** What was decided, once it was released. */
	outcome: OutcomeNews | null;
};

export async function newsFor(context: Context, whole: Whole): Promise<News> {
	const merged = await mergedOf(context, whole);
	const outcome = await outcomeOf(context, whole);
	return {
		asked: await askedOf(context, whole),
		merged,
		interview: await interviewOf(context, whole),
		// What is read with another is decided with it.
		outcome: merged && outcome?.is !== 'told' ? null : outcome
	};
}
