import type { Context } from '#server/use-case';
import type { Moment } from '../../server/call-views.ts';
import type { Whole } from '../../server/whole.ts';
import { invitationState } from '../interviews.ts';
import { findInvitationOf } from './interview.sql.ts';

export type InterviewNews = { is: 'invited'; until: Moment } | { is: 'chosen'; at: Moment } | { is: 'other' };

/** What an applicant is told of their interview first. */
export async function interviewOf(
	{ db, now }: Context,
	{ expression, call: { zone } }: Whole
): Promise<InterviewNews | null> {
	const row = expression.withdrawnAt ? undefined : await findInvitationOf(db, expression.id);
	if (!row) return null;
	const state = invitationState(row, now);
	if (state === 'invited') return { is: 'invited', until: { instant: row.until, zone } };
	return state === 'chosen' ? { is: 'chosen', at: { instant: row.slotAt!, zone } } : { is: 'other' };
}
