import type { Moment } from '../../server/call-views.ts';
import { invitationState, type InvitationState, type Way } from '../interviews.ts';
import type { InvitationRow, SlotRow } from './interview.sql.ts';

export type SlotView = {
	id: string;
	at: Moment;
	/** The same in the viewer's own zone, where they said one. */
	own: Moment | null;
	minutes: number;
	how: Way;
	place: string;
	/** Of a video call: for whoever has this time. */
	link: string | null;
};

/** For whom a time is shown: staff, who chose it, or somebody else who was invited. */
export function slotFor(
	{ id, at, minutes, how, place, link }: SlotRow,
	{ zone, own, mayJoin }: { zone: string; own?: string | null | undefined; mayJoin: boolean }
): SlotView {
	return {
		id,
		at: { instant: at, zone },
		own: own && own !== zone ? { instant: at, zone: own } : null,
		minutes,
		how,
		place,
		link: mayJoin && link ? link : null
	};
}

export type InvitationView = {
	state: InvitationState;
	words: string;
	until: Moment;
	declinedWhy: string | null;
};

export function invitationFor(row: InvitationRow, zone: string, now: Date): InvitationView {
	return {
		state: invitationState(row, now),
		words: row.words,
		until: { instant: row.until, zone },
		declinedWhy: row.declinedWhy
	};
}
