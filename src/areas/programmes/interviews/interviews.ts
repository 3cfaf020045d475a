/** An invitation to talk, as time sees it. */
export type InvitationTimes = {
	until: Date;
	declinedAt: Date | null;
	withdrawnAt: Date | null;
	/** When the time begins that was chosen. */
	slotAt: Date | null;
};
export type InvitationState = 'invited' | 'chosen' | 'declined' | 'withdrawn' | 'over';

export function invitationState(
	{ until, declinedAt, withdrawnAt, slotAt }: InvitationTimes,
	now: Date
): InvitationState {
	if (withdrawnAt) return 'withdrawn';
	if (slotAt) return 'chosen';
	if (declinedAt) return 'declined';
	return now < until ? 'invited' : 'over';
}

/** A time is chosen, and changed for another, strictly before the instant that staff set; also after declining. */
export function mayChoose({ until, withdrawnAt }: InvitationTimes, now: Date): boolean {
	return withdrawnAt === null && now < until;
}

/** One may say no as long as it has not begun. */
export function mayDecline({ declinedAt, withdrawnAt, slotAt }: InvitationTimes, now: Date): boolean {
	return withdrawnAt === null && declinedAt === null && (slotAt === null || now < slotAt);
}

/** The most times that are offered at once, one after the other. */
export const mostSlots = 24;
export const ways = ['place', 'telephone', 'video'] as const;
export type Way = (typeof ways)[number];

/** So many times of one length, one after the other, with a break between. */
export function slotsFrom(
	first: Date,
	{ count, minutes, pause }: { count: number; minutes: number; pause: number }
): Date[] {
	return Array.from(
		{ length: count },
		(_, index) => new Date(first.getTime() + index * (minutes + pause) * 60_000)
	);
}
