import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import type { Whole } from '../../server/whole.ts';
import { askedOf } from './beside.ts';

/** What an applicant is told first on the page of their application. */
export type News = { asked: Moment | null };

export async function newsFor(context: Context, whole: Whole): Promise<News> {
	return { asked: await askedOf(context, whole) };
}
