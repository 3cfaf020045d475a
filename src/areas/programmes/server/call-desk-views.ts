import { isDeepStrictEqual } from 'node:util';
import { phaseAt, type Phase } from '../call.ts';
import { gapsIn, type CallDates, type Gap } from '../call-gaps.ts';
import type { CallContent } from '../call.schema.ts';
import type { Draft } from './call-desk.sql.ts';
import { callFor, type CallView } from './call-views.ts';
import type { Change, StandingCall } from './call.sql.ts';

/** What staff see: what they are writing, what people see of it, and what can be done with it now. */
export type DeskCall = {
	id: string;
	slug: string;
	name: string;
	phase: Phase;
	edition: number;
	content: CallContent;
	dates: CallDates;
	gaps: Gap[];
	live: CallView | null;
	/** Written since the last publication, and not seen by people yet. */
	unpublished: boolean;
	closedEarly: boolean;
	/** Everybody on whom it was decided has heard. */
	isReleased: boolean;
	archived: 'listed' | 'unlisted' | null;
	changes: Change[];
	sent: Sent;
};

/** How many applications were sent, of those that the reader may see; how many in the last seven days. */
export type Sent = { sent: number; lately: number };
const none: Sent = { sent: 0, lately: 0 };

export function deskView(
	draft: Draft,
	live: StandingCall | undefined,
	changes: Change[],
	now: Date,
	{ sent, lately }: Sent = none
): DeskCall {
	const { id, slug, edition, content } = draft;
	const dates = datesOf(draft);
	return {
		id,
		slug,
		name: content.name,
		edition,
		content,
		dates,
		changes,
		sent: { sent, lately },
		phase: live ? phaseAt(live, now) : 'draft',
		gaps: gapsIn(content, dates),
		live: live ? callFor('staff', live, changes, now) : null,
		unpublished: !live || !isSame(draft, live),
		closedEarly: Boolean(live?.closedAt),
		isReleased: Boolean(live?.releasedAt),
		archived: live?.archivedAt ? (live.listed ? 'listed' : 'unlisted') : null
	};
}

type Written = CallDates & { content: CallContent };

/** Do both say the same? If what is written and what is published do, there is nothing to publish. */
export function isSame(one: Written, other: Written): boolean {
	return isDeepStrictEqual(one.content, other.content) && isDeepStrictEqual(datesOf(one), datesOf(other));
}

export function datesOf({ zone, opensAt, closesAt, decisionsBy, runsFrom, runsTo }: CallDates): CallDates {
	return { zone, opensAt, closesAt, decisionsBy, runsFrom, runsTo };
}
